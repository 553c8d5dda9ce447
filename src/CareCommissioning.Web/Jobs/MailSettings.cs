namespace CareCommissioning.Web.Jobs;

/// <summary>How e-mails leave: configuration section <c>Email</c>.</summary>
public sealed class MailSettings
{
    /// <summary>Address they come from.</summary>
    public string From { get; set; } = "care-commissioning@localhost.localdomain";

    public SmtpSettings Smtp { get; set; } = new();

    /// <summary>Folder into which e-mails are written as .eml files when there is no SMTP server.</summary>
    public string? PickupFolder { get; set; }
}

/// <summary>The mail server; section <c>Email:Smtp</c>.</summary>
public sealed class SmtpSettings
{
    /// <summary>Null when there is none.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>STARTTLS; off only for a server on the same machine.</summary>
    public bool Tls { get; set; } = true;

    public string? User { get; set; }

    public string? Password { get; set; }
}
