using System.Net;
using System.Net.Mail;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Messages;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CareCommissioning.Web.Jobs;

/// <summary>Sends the e-mails that changes have left in the outbox, on whichever node comes first: a row is locked while it is being sent.</summary>
/// <remarks>A crash between the mail server's answer and the commit sends an e-mail again; its Message-ID is the row's, so that the receiver can tell.</remarks>
public sealed class OutboxSender(IServiceScopeFactory scopes, TimeProvider clock, IOptionsMonitor<MailSettings> settings, ILogger<OutboxSender> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>A mail server that says nothing for this long has not taken the e-mail: its row is not held for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends everything that is due.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var sent = 0;
        while (await SendNextAsync(cancel) is { } succeeded)
        {
            sent += succeeded ? 1 : 0;
        }

        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, say: the rows wait.
                log.LogWarning(failure, "E-mails could not be sent now");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Null when none is due; false when the mail server did not take it, and it will be tried again.</summary>
    private async Task<bool?> SendNextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        current.Become(Actor.System);
        current.ComesFrom("Sending e-mails", "");
        var db = scope.ServiceProvider.GetRequiredService<CareDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var due = await db.OutboxEmails.FromSql(
            $"select * from care.outbox_emails where next_attempt_at <= {now} order by next_attempt_at limit 1 for update skip locked").ToListAsync(cancel);
        if (due is not [var email])
        {
            return null;
        }

        var failure = await AddressAsync(db, email, cancel) is { } address ? await TrySendAsync(email, address, cancel) : null;
        if (failure is null)
        {
            email.Sent(now);
        }
        else
        {
            email.Failed(failure, now);
            log.LogWarning("E-mail {Id} was not taken ({Failure}); attempt {Attempts}", email.Id, failure, email.Attempts);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return failure is null;
    }

    /// <summary>Null when the account it is for has ended, so that it goes to nobody.</summary>
    private static Task<string?> AddressAsync(CareDbContext db, OutboxEmail email, CancellationToken cancel) => email.RecipientId is { } account
        ? db.Accounts.Where(a => a.Id == account && a.DisabledAt == null).Select(a => a.Credentials.Email).SingleOrDefaultAsync(cancel)
        : Task.FromResult<string?>(email.To);

    /// <summary>Null when it went; otherwise what failed, without an address in it.</summary>
    private async Task<string?> TrySendAsync(OutboxEmail email, string address, CancellationToken cancel)
    {
        try
        {
            using var message = Compose(email, address);
            using var client = Connect();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Patience);
            await client.SendMailAsync(message, patience.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return "The mail server did not answer";
        }
        catch (SmtpException refused)
        {
            return $"SMTP {refused.StatusCode}";
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            return broken.GetType().Name;
        }
    }

    // MailAddress and MailMessage refuse line breaks, so that no address or subject can add a header.
    private MailMessage Compose(OutboxEmail email, string address)
    {
        var message = new MailMessage(new MailAddress(settings.CurrentValue.From), new MailAddress(address)) { Subject = email.Subject, Body = email.Body };
        message.Headers.Add("Message-ID", $"<{email.Id}@{message.From!.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

#pragma warning disable S5332 // TLS is the default; the operator switches it off for a relay on the same machine only. Files need none.
    private SmtpClient Connect()
    {
        var mail = settings.CurrentValue;
        if (mail.Smtp.Host is { Length: > 0 } host)
        {
            return new SmtpClient(host, mail.Smtp.Port)
            {
                EnableSsl = mail.Smtp.Tls,
                Credentials = mail.Smtp.User is { } user ? new NetworkCredential(user, mail.Smtp.Password) : null,
            };
        }

        var folder = Directory.CreateDirectory(mail.PickupFolder ?? throw new InvalidOperationException("Neither Email:Smtp:Host nor Email:PickupFolder is set."));
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder.FullName };
    }
#pragma warning restore S5332
}
