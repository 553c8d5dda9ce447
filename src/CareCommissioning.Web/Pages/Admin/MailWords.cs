using System.Net.Mail;

namespace CareCommissioning.Web.Pages.Admin;

/// <summary>What an e-mail address looks like.</summary>
public static class MailWords
{
    /// <summary>True for one plain address with a domain: no display name, no list, no line break. Nothing is asked that a real address may lack.</summary>
    public static bool IsAddress(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        return MailAddress.TryCreate(trimmed, out var address)
            && address.Address == trimmed
            && address.Host.Contains('.', StringComparison.Ordinal)
            && !trimmed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>');
    }
}
