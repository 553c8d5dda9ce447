namespace CareCommissioning.Persistence.Keys;

/// <summary>One key of ASP.NET Core's data protection, encrypted under the master key that lives outside the database.</summary>
public sealed class ProtectionKey(Guid id, string name, string xml)
{
    public Guid Id { get; private set; } = id;

    public string Name { get; private set; } = name;

    public string Xml { get; private set; } = xml;
}
