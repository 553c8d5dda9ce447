using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>Gives each element an id: its own where the file is ours, else one made from the file's ids (UUID version 8), so that the same file gives the same map.</summary>
internal sealed class ImportIds
{
    private readonly HashSet<Guid> _taken = [];

    public Guid For(XElement element, MapElement? own)
    {
        if (own is not null && own.Id != Guid.Empty && _taken.Add(own.Id))
        {
            return own.Id;
        }

        var id = element.Said("id") ?? "";
        if (id.StartsWith(BpmnNames.IdPrefix, StringComparison.Ordinal) && Guid.TryParseExact(id[BpmnNames.IdPrefix.Length..], "D", out var written) && _taken.Add(written))
        {
            return written;
        }

        return Fresh($"{element.Parent?.Said("id")}/{element.Name.LocalName}/{id}");
    }

    private static Guid Made(string seed, int number)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{number}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    private Guid Fresh(string seed)
    {
        var (id, number) = (Made(seed, 0), 0);
        while (!_taken.Add(id))
        {
            number++;
            id = Made(seed, number);
        }

        return id;
    }
}
