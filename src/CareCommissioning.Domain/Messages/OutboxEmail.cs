namespace CareCommissioning.Domain.Messages;

/// <summary>An e-mail written in the same transaction as what it tells of, and sent afterwards, again and again until it has gone.</summary>
public sealed class OutboxEmail
{
    public const int MaxSubjectLength = 200;
    public const int MostAttempts = 10;

    public OutboxEmail(Guid id, string to, string subject, string body, DateTimeOffset at) =>
        (Id, To, Subject, Body, CreatedAt, NextAttemptAt) = (id, to, subject, body, at, at);

    /// <summary>To somebody whose address the writer need not know: it is looked up when it is sent, and nothing is sent to an account that has ended.</summary>
    public static OutboxEmail ToAccount(Guid id, Guid account, string subject, string body, DateTimeOffset at) => new(id, "", subject, body, at) { RecipientId = account };

    private OutboxEmail()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The address; empty where <see cref="RecipientId"/> says to whom.</summary>
    public string To { get; private set; } = "";

    public Guid? RecipientId { get; private set; }

    public string Subject { get; private set; } = "";

    /// <summary>Plain text. Emptied once sent: it may hold a one-time link.</summary>
    public string Body { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Null when it has gone, or was given up.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    public string? LastError { get; private set; }

    public void Sent(DateTimeOffset at) => (SentAt, NextAttemptAt, Body, LastError) = (at, null, "", null);

    /// <summary>Tries again after 1, 2, 4 … minutes; gives up after <see cref="MostAttempts"/>.</summary>
    public void Failed(string error, DateTimeOffset at)
    {
        Attempts++;
        LastError = error;
        NextAttemptAt = Attempts >= MostAttempts ? null : at + TimeSpan.FromMinutes(Math.Pow(2, Attempts - 1));
    }
}
