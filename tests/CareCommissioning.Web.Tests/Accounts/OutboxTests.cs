using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Messages;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Jobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace CareCommissioning.Web.Tests.Accounts;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("care-mail-").FullName;
    private CareTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CareTestDatabase.EmptyAsync();

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, Asvs("V1.3.11")]
    [InlineData("x@example.org\r\nBcc: victim@example.org", "Hello")]
    [InlineData("x@example.org", "Hello\r\nBcc: victim@example.org")]
    public async Task No_address_or_subject_adds_a_header(string to, string subject)
    {
        await using var node = Node();
        await LeaveAsync(to, subject);
        (await Sender(node).SendDueAsync(default)).ShouldBe(0);
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_nodes_send_each_email_once_and_forget_its_text()
    {
        await using var one = Node();
        await using var two = Node(one.DataFolder);
        var senders = new[] { Sender(one), Sender(two) };
        for (var n = 0; n < 20; n++)
        {
            await LeaveAsync($"person{n}@example.org", $"Number {n}");
        }

        await Task.WhenAll(senders.Select(sender => sender.SendDueAsync(default)));
        (await SettledAsync(_database, "sent_at is not null and body = '' and next_attempt_at is null")).ShouldBe(20);
        Directory.GetFiles(_folder, "*.eml").Length.ShouldBe(20);
    }

    [Fact]
    public async Task What_cannot_be_sent_now_is_tried_again_later_and_given_up_in_the_end()
    {
        await using var node = new CareHost(_database, _clock, new Dictionary<string, string>(StringComparer.Ordinal) { ["Demonstration"] = "false", ["Email:Smtp:Host"] = "127.0.0.1", ["Email:Smtp:Port"] = "1", ["Email:Smtp:Tls"] = "false" });
        var sender = Sender(node);
        await LeaveAsync("person@example.org", "Hello");

        // The node's own sender wakes as the clock moves on, and may come first.
        for (var day = 0; day < 5 * OutboxEmail.MostAttempts && await AttemptsAsync() < OutboxEmail.MostAttempts; day++)
        {
            (await sender.SendDueAsync(default)).ShouldBe(0);
            _clock.Advance(TimeSpan.FromDays(1));
        }

        (await AttemptsAsync()).ShouldBe(OutboxEmail.MostAttempts);
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.outbox_emails where next_attempt_at is not null or last_error like '%@%'")).ShouldBe(0);
    }

    [Fact, Asvs("V11.3.2", "V13.3.1")]
    public async Task Keys_in_the_database_are_encrypted_and_shared_by_nodes()
    {
        await using var one = Node();
        await using var two = Node(one.DataFolder);
        var secret = one.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("a word");
        two.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret).ShouldBe("a word");
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.protection_keys where xml like '%underMasterKey%'")).ShouldBeGreaterThan(0);
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.protection_keys where xml like '%<masterKey%'")).ShouldBe(0);
    }

    [Fact, Requirement("C28")]
    public async Task An_email_to_an_account_finds_its_address_when_it_is_sent_and_an_ended_account_gets_none()
    {
        await using var database = await CareTestDatabase.DemonstrationAsync();
        await using var node = new CareHost(database, _clock, new Dictionary<string, string>(StringComparer.Ordinal) { ["Demonstration"] = "false", ["Email:PickupFolder"] = _folder });
        var (pct, council) = ((await database.ActorAsync("pct@liverpool.demo.example")).AccountId!.Value, (await database.ActorAsync("council@liverpool.demo.example")).AccountId!.Value);
        await database.BehindTheScenesAsync<object>($"update care.accounts set disabled_at = now() where id = '{council}'");
        await using (var db = database.As(Actor.System))
        {
            var now = _clock.GetUtcNow();
            db.OutboxEmails.Add(OutboxEmail.ToAccount(Guid.CreateVersion7(now), pct, "Hello", "Text", now));
            db.OutboxEmails.Add(OutboxEmail.ToAccount(Guid.CreateVersion7(now), council, "Hello", "Text", now));
            await db.SaveChangesAsync();
        }

        await Sender(node).SendDueAsync(default);
        (await SettledAsync(database, "sent_at is null")).ShouldBe(0);
        (await File.ReadAllTextAsync(Directory.GetFiles(_folder, "*.eml").ShouldHaveSingleItem())).ShouldContain("To: pct@liverpool.demo.example");
    }

    /// <summary>How many e-mails are so, once none is being sent: a node's own sender may have come first and still hold a row, and asking for the row's lock waits for it.</summary>
    private static Task<long> SettledAsync(CareTestDatabase database, string condition) =>
        database.BehindTheScenesAsync<long>($"with settled as (select * from care.outbox_emails for update) select count(*) from settled where {condition}");

    private Task<int> AttemptsAsync() => _database.BehindTheScenesAsync<int>("select attempts from care.outbox_emails");

    private static OutboxSender Sender(CareHost node) => node.Services.GetRequiredService<OutboxSender>();

    private CareHost Node(string? folder = null) => new(
        _database,
        _clock,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Demonstration"] = "false", ["Email:PickupFolder"] = _folder },
        folder);

    private async Task LeaveAsync(string to, string subject)
    {
        await using var db = _database.As(Actor.System);
        var now = _clock.GetUtcNow();
        db.OutboxEmails.Add(new OutboxEmail(Guid.CreateVersion7(now), to, subject, "Text", now));
        await db.SaveChangesAsync();
    }
}
