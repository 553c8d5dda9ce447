using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CareCommissioning.Web.Submissions;

/// <summary>
/// Whose form it is, in a hidden field that only this product can write: a form that arrives when its person is no longer signed in, or somebody
/// else is, still knows to whom its words belong. It gives nobody any right.
/// </summary>
public sealed class FormOwners(IDataProtectionProvider protection)
{
    /// <summary>Name of the hidden field that <see cref="FormKeyTagHelper"/> puts into every form of somebody signed in.</summary>
    public const string Field = "FormOwner";

    private readonly IDataProtector _protector = protection.CreateProtector("CareCommissioning.FormOwner");

    public string Mark(Guid accountId) => _protector.Protect(accountId.ToString());

    /// <summary>Null when it was made for nobody, or not by us.</summary>
    public Guid? Of(IFormCollection form)
    {
        try
        {
            return form[Field] is [{ Length: > 0 } mark] ? Guid.Parse(_protector.Unprotect(mark)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>Reads what was posted, whatever it is.</summary>
public static class PostedForm
{
    /// <summary>Empty when there is none, or it cannot be read.</summary>
    public static async Task<IFormCollection> FormOrEmptyAsync(this HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }
}
