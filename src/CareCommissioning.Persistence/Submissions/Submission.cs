namespace CareCommissioning.Persistence.Submissions;

/// <summary>That a form was sent once and what came of it. The key is made with the form, so a double click or a retry finds this row.</summary>
public sealed class Submission(Guid accountId, Guid formKey, string page, DateTimeOffset at)
{
    public const int MaxUrlLength = 2000;

    public Guid AccountId { get; private set; } = accountId;

    public Guid FormKey { get; private set; } = formKey;

    public string Page { get; private set; } = page;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Where the person was taken afterwards; null while the form is being handled.</summary>
    public string? ResultUrl { get; private set; }

    public void LedTo(string url) => ResultUrl = url;
}
