using System.Text;

namespace CareCommissioning.Web.Components.Csv;

/// <summary>Answers with a CSV file to save, streamed: its length is no concern of the server's memory.</summary>
public static class CsvResponse
{
    // Spreadsheets take a file without the mark for something else than UTF-8.
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <param name="fileName">Without quotation marks, such as <c>placements-2026-03-14.csv</c>.</param>
    /// <param name="rows">Cells of each row, the headings first.</param>
    public static async Task WriteCsvAsync(this HttpResponse response, string fileName, IAsyncEnumerable<IEnumerable<string?>> rows, CancellationToken cancel)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        var writer = new StreamWriter(response.Body, WithMark);
        await using (writer.ConfigureAwait(false))
        {
            await foreach (var row in rows.WithCancellation(cancel))
            {
                await writer.WriteLineAsync(row);
            }
        }
    }
}
