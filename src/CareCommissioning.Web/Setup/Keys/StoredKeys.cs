using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace CareCommissioning.Web.Setup.Keys;

/// <summary>Data protection's keys in the database, so that every web node reads what another wrote.</summary>
public sealed class StoredKeys(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = Scope();
        return [.. scope.ServiceProvider.GetRequiredService<CareDbContext>().ProtectionKeys.Select(k => k.Xml).ToList().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<CareDbContext>();
        db.ProtectionKeys.Add(new ProtectionKey(Guid.CreateVersion7(clock.GetUtcNow()), friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChanges();
    }

    private IServiceScope Scope()
    {
        var scope = scopes.CreateScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        current.Become(Actor.System);
        current.ComesFrom("Data protection", "");
        return scope;
    }
}

/// <summary>Encrypts those keys under the master key.</summary>
public sealed class MasterKeyEncryptor(MasterKey key) : IXmlEncryptor
{
    internal const string ElementName = "underMasterKey";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var box = SecretBox.Seal(key.Bytes, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement(ElementName, Convert.ToBase64String(box)), typeof(MasterKeyDecryptor));
    }
}

/// <summary>Reads what <see cref="MasterKeyEncryptor"/> wrote. Data protection makes it by its name, which stands beside each key.</summary>
/// <param name="services">Where the master key is; data protection hands over nothing else.</param>
public sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">Another master key wrote it, or it was altered.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var plain = SecretBox.Open(services.GetRequiredService<MasterKey>().Bytes, Convert.FromBase64String(encryptedElement.Value));
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}

/// <summary>Registers data protection on these keys.</summary>
public static class StoredKeysSetup
{
    public static IServiceCollection AddStoredKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CareCommissioning");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory, TimeProvider, MasterKey>((options, scopes, clock, key) =>
        {
            options.XmlRepository = new StoredKeys(scopes, clock);

            // An own repository switches the framework's encryption off.
            options.XmlEncryptor = new MasterKeyEncryptor(key);
        });
        return services;
    }
}
