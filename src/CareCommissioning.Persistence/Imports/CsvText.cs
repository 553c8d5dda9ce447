using System.Text;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Persistence.Imports;

/// <summary>The text of an uploaded file: UTF-8 with or without its mark, or the Windows-1252 that Excel writes.</summary>
internal static class CsvText
{
    private static readonly Refusal Empty = new("file-empty", "The file is empty");
    private static readonly Refusal OtherEncoding = new("file-encoding", "The file is saved as UTF-16. Save it again as “CSV UTF-8”");
    private static readonly Refusal NoText = new("file-no-text", "This is not a CSV file: it holds characters that no text has. Save the spreadsheet as “CSV UTF-8” first");

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static Outcome<string> Read(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return OtherEncoding;
        }

        var text = Decode(content is [0xEF, 0xBB, 0xBF, ..] ? content[3..] : content);
        if (text.AsSpan().Trim().IsEmpty)
        {
            return Empty;
        }

        return text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')) ? NoText : text;
    }

    private static string Decode(ReadOnlySpan<byte> content)
    {
        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(content);
        }
    }
}
