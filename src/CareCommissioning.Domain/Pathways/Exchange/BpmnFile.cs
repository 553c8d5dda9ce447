using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>Reads a file that a stranger may have made: nothing is fetched, expanded or followed, and its size and depth have limits.</summary>
internal static class BpmnFile
{
    public const int MaxCharacters = 10_000_000;
    public const int MaxBytes = 2 * MaxCharacters;
    public const int MaxDepth = 200;
    public const int MaxElements = 50_000;

    /// <returns>The root element, or a refusal in plain English.</returns>
    public static (XElement? Root, string? Refusal) Load(Stream stream)
    {
        using var copy = new MemoryStream();
        if (!CopyWithin(stream, copy))
        {
            return (null, TooLong);
        }

        if (copy.Length == 0)
        {
            return (null, "The file is empty: choose another one");
        }

        try
        {
            copy.Position = 0;
            if (Look(copy) is { } refusal)
            {
                return (null, refusal);
            }

            copy.Position = 0;
            using var reader = XmlReader.Create(copy, Settings());
            var root = XDocument.Load(reader).Root!;
            return root.IsModel("definitions") ? (root, null) : (null, "This file is XML but no BPMN 2.0 model: export it from your tool as BPMN 2.0");
        }
        catch (XmlException fault)
        {
            return (null, Explain(fault));
        }
        catch (DecoderFallbackException)
        {
            return (null, Encoding);
        }
    }

    private const string Encoding = "The file’s characters cannot be read: save it as UTF-8 and try again";

    private static readonly string TooLong = $"The file is too large: at most {MaxCharacters / 1_000_000} million characters can be read";

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    private static bool CopyWithin(Stream from, MemoryStream to)
    {
        var buffer = new byte[81920];
        for (int read; (read = from.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (to.Length + read > MaxBytes)
            {
                return false;
            }

            to.Write(buffer, 0, read);
        }

        return true;
    }

    // Depth and number are counted before anything is built in memory.
    private static string? Look(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Settings());
        for (var elements = 0; reader.Read();)
        {
            if (reader.Depth > MaxDepth)
            {
                return $"The file’s elements are nested more than {MaxDepth} deep, which no drawing needs: export it again from your tool";
            }

            if (reader.NodeType == XmlNodeType.Element && (elements += 1 + reader.AttributeCount / 50) > MaxElements)
            {
                return string.Create(CultureInfo.InvariantCulture, $"The file has more than {MaxElements:N0} elements: divide it into several");
            }
        }

        return null;
    }

    private static string Explain(XmlException fault)
    {
        var message = fault.Message;
        if (message.Contains("DTD", StringComparison.Ordinal))
        {
            return "The file has a document type declaration (DTD), which may hide other files: export it without one";
        }

        if (message.Contains("MaxCharactersInDocument", StringComparison.Ordinal))
        {
            return TooLong;
        }

        return message.Contains("encoding", StringComparison.OrdinalIgnoreCase)
            ? Encoding
            : string.Create(CultureInfo.InvariantCulture, $"The file is not well-formed XML: line {fault.LineNumber}, column {fault.LinePosition}. Was it cut short? Export it again from your tool");
    }
}
