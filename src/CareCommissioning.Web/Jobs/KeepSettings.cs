namespace CareCommissioning.Web.Jobs;

/// <summary>How long what the product needs only for a while is kept: configuration section <c>Keep</c>.</summary>
public sealed class KeepSettings
{
    /// <summary>Days after which a session that is over is deleted; its sign-in and sign-out stay in the audit log.</summary>
    public int SessionDays { get; set; } = 90;

    /// <summary>Days after which it is forgotten that a form was sent. A form older than that, sent again, would count as new.</summary>
    public int SubmissionDays { get; set; } = 30;
}
