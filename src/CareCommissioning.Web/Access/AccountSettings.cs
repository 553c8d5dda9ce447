namespace CareCommissioning.Web.Access;

/// <summary>What an operator may set about accounts.</summary>
public sealed class AccountSettings
{
    /// <summary>Address under which people reach the product, for links in e-mails. Must be set in production; elsewhere it is where the application listens.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Sign-ins, and requests for a forgotten password, that one network address may send in a minute.</summary>
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>Links for a forgotten password that go to one e-mail address in an hour, however often and from wherever they are asked for.</summary>
    public int ResetLinksPerHour { get; set; } = 5;
}
