using System.Security.Cryptography;
using System.Text.Json;
using CareCommissioning.Web.Components.Binding;
using CareCommissioning.Web.Components.Forms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace CareCommissioning.Web.Access;

/// <summary>A form that arrived after its session had ended: kept for the person whose session it was, and for nobody else.</summary>
/// <param name="AccountId">The owner of the ended session.</param>
/// <param name="Url">Where the form was going, on this site.</param>
/// <param name="Fields">What was typed, without passwords, codes and tokens.</param>
/// <param name="Until">After this it is not given back.</param>
public sealed record HeldPost(Guid AccountId, string Url, IReadOnlyList<KeyValuePair<string, string>> Fields, DateTimeOffset Until)
{
    /// <summary>Name of the hidden field in which a form says what its fields are called.</summary>
    public const string WordsField = "FormWords";

    /// <summary>What was typed and chosen, as the form called it and in its order. What it does not name, such as a version, was not typed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Answers()
    {
        var words = Words();
        var typed = Fields.Where(field => !string.IsNullOrWhiteSpace(field.Value)).ToLookup(field => field.Key, field => field.Value, StringComparer.Ordinal);
        return
        [
            .. words.Where(word => !word.Key.Contains('=', StringComparison.Ordinal))
                .Select(word => KeyValuePair.Create(word.Value, Answer(word.Key)))
                .Where(answer => answer.Value.Length > 0),
        ];

        // A date is sent in three parts.
        string Answer(string name) => typed.Contains(name)
            ? string.Join(", ", typed[name].Select(value => words.GetValueOrDefault(FieldRegister.ChoiceKey(name, value)) ?? value))
            : string.Join(' ', DateParts.Names.SelectMany(part => typed[$"{name}.{part}"]));
    }

    private Dictionary<string, string> Words()
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(Fields.FirstOrDefault(field => field.Key == WordsField).Value ?? "{}") ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>Wraps held forms for the way through the sign-in page, which carries them in a hidden field that only this product can read.</summary>
public sealed class HeldPosts(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Name of the hidden field that carries a held form.</summary>
    public const string Field = "Held";

    /// <summary>Largest form that is kept, in characters of names and values.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>How long it is kept in the waiting page.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private static readonly string[] NeverKept = ["password", "onetimecode", "verificationtoken", "formkey", "formowner", "held"];

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
