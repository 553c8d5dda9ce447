using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace CareCommissioning.Web.Access;

/// <summary>A form that arrived after its session had ended: kept for the person whose session it was, and for nobody else.</summary>
/// <param name="AccountId">The owner of the ended session.</param>
/// <param name="Url">Where the form was going, on this site.</param>
/// <param name="Fields">What was typed, without passwords, codes and tokens.</param>
/// <param name="Until">After this it is not given back.</param>
public sealed record HeldPost(Guid AccountId, string Url, IReadOnlyList<KeyValuePair<string, string>> Fields, DateTimeOffset Until);

/// <summary>Wraps held forms for the way through the sign-in page, which carries them in a hidden field that only this product can read.</summary>
public sealed class HeldPosts(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Largest form that is kept, in characters of names and values.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>How long it is kept in the waiting page.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private static readonly string[] NeverKept = ["password", "onetimecode", "verificationtoken", "formkey", "held"];

    private readonly IDataProtector _protector = protection.CreateProtector("CareCommissioning.HeldPost");

    /// <summary>Null when it is too long to be kept.</summary>
    public string? Wrap(Guid accountId, string url, IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var fields = form.Where(field => MayBeKept(field.Key))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))
            .ToList();
        return fields.Sum(field => field.Key.Length + field.Value.Length) > MaxLength
            ? null
            : _protector.Protect(JsonSerializer.Serialize(new HeldPost(accountId, url, fields, clock.GetUtcNow() + Lifetime)));
    }

    /// <summary>The form, when it belongs to this account and was not kept too long; otherwise null.</summary>
    public HeldPost? Unwrap(string? wrapped, Guid accountId)
    {
        if (string.IsNullOrEmpty(wrapped))
        {
            return null;
        }

        try
        {
            var held = JsonSerializer.Deserialize<HeldPost>(_protector.Unprotect(wrapped));
            return held?.AccountId == accountId && clock.GetUtcNow() < held.Until ? held : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool MayBeKept(string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return !NeverKept.Any(word => last.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
