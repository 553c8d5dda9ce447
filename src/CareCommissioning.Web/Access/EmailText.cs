using Microsoft.Extensions.Options;

namespace CareCommissioning.Web.Access;

/// <summary>What may stand in an e-mail of ours.</summary>
public sealed class EmailText(IOptions<AccountSettings> settings)
{
    /// <summary>A page of this product, at the address the operator gave: never the one that a request claims for itself.</summary>
    public string Link(string path) => settings.Value.PublicUrl.TrimEnd('/') + path;

    /// <summary>A name is data: it must not look like a paragraph or a link of ours.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
