using System.Diagnostics;
using System.Text;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence.Imports;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.Abstractions;

namespace CareCommissioning.Persistence.Tests.Imports;

/// <summary>A care directory is checked whole and brought into one partnership, whole or not at all.</summary>
[Requirement("S1-013", "C12")]
public sealed class ImportCareDirectoryTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly InventedLocation House = new("9-1");

    private CareTestDatabase _database = null!;
    private Actor _pct = null!;

    public async Task InitializeAsync()
    {
        _database = await CareTestDatabase.DemonstrationAsync();
        _pct = await _database.ActorAsync("pct@liverpool.demo.example");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory, Requirement("S1-057")]
    [InlineData("coordinator"), InlineData("provider"), InlineData("regulator")]
    public async Task Those_who_do_not_keep_the_market_are_refused_by_the_database_itself(string who)
    {
        var actor = await _database.ActorAsync($"{who}@liverpool.demo.example");

        var refused = await Should.ThrowAsync<DbUpdateException>(() => ImportAsync(actor, InventedLocation.As2026(House)));

        refused.InnerException.ShouldBeOfType<PostgresException>().SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await CountAsync("services where location_code like '9-%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Providers_and_services_are_made_as_the_file_tells_them()
    {
        var plan = await ImportAsync(_pct, InventedLocation.As2026(
            House,
            new("9-2") { Name = "Vale Ward", ProviderId = "8-200", ProviderName = "Vale NHS Trust", Ownership = "NHS Body", ServiceTypes = "Hospital services for people with mental health needs", Beds = "18" }));

        plan.Faults.ShouldBeEmpty();
        await using var db = _database.As(_pct);
        var service = await db.Services.SingleAsync(s => s.LocationCode == "9-1");
        (service.Name, service.Type, service.Places, service.Postcode, service.OpenedOn, service.PartnershipId)
            .ShouldBe(("Invented House", ServiceType.CareHome, 12, "L8 1AA", new DateOnly(2015, 4, 1), _pct.PartnershipId!.Value));
        (await db.Organisations.SingleAsync(o => o.Code == "8-100")).KindCode.ShouldBe("private-provider");
        (await db.Organisations.SingleAsync(o => o.Code == "8-200")).KindCode.ShouldBe("nhs-provider");
        plan.Assumptions.ShouldContain(a => a.Contains("does not tell companies from charities", StringComparison.Ordinal) && a.EndsWith(": 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_file_a_second_time_changes_nothing()
    {
        var file = InventedLocation.As2021(House, new("9-2") { Name = "Second House" });
        await ImportAsync(_pct, file);
        var lines = await CountAsync("audit_entries");

        var plan = await ImportAsync(_pct, file);

        (plan.ToImport, plan.NewProviders.Count, plan.Unchanged).ShouldBe((0, 0, 2));
        (await CountAsync("audit_entries")).ShouldBe(lines);
    }

    [Fact]
    public async Task What_the_file_tells_differently_is_brought_up_to_date_and_audited_and_what_it_does_not_tell_stays()
    {
        await ImportAsync(_pct, InventedLocation.As2026(House));
        var plan = await CheckAsync(_pct, InventedLocation.As2021(House with { Name = "Elm House", Category = "Community based adult social care services", CareHome = "N" }));
        plan.Changes.ShouldHaveSingleItem().What.ShouldBe(["name: Invented House becomes Elm House"]);

        await ImportAsync(_pct, InventedLocation.As2026(House with { Name = "Elm House", Beds = "14", ServiceTypes = "Care home service with nursing" }));

        await using var db = _database.As(_pct);
        var service = await db.Services.SingleAsync(s => s.LocationCode == "9-1");
        (service.Name, service.Places, service.Type).ShouldBe(("Elm House", 14, ServiceType.NursingHome));
        (await db.AuditEntries.CountAsync(e => e.TableName == "services" && e.RecordId == service.Id.ToString() && e.Action == "update")).ShouldBe(1);
    }

    [Fact]
    public async Task Ended_and_dormant_locations_are_closed()
    {
        var plan = await ImportAsync(_pct, InventedLocation.As2026(
            House with { ClosedOn = "2020-01-01" },
            new("9-2") { Dormant = "Y" },
            new("9-3") { ClosedOn = "2015-04-01" }));

        await using var db = _database.As(_pct);
        (await db.Services.SingleAsync(s => s.LocationCode == "9-1")).ClosedOn.ShouldBe(new DateOnly(2020, 1, 1));
        (await db.Services.SingleAsync(s => s.LocationCode == "9-2")).ClosedOn.ShouldNotBeNull();
        plan.Faults.ShouldHaveSingleItem().Row.ShouldBe(4);
        (await ImportAsync(_pct, InventedLocation.As2026(new InventedLocation("9-2") { Dormant = "Y" }))).Unchanged.ShouldBe(1);
    }

    [Fact]
    public async Task A_location_told_twice_is_left_out_when_it_repeats_and_a_fault_when_it_differs()
    {
        var plan = await CheckAsync(_pct, InventedLocation.As2021(House, House with { Rating = "Inadequate" }, House with { Name = "Another name" }));

        plan.NewServices.Count.ShouldBe(1);
        plan.LeftOut.ShouldHaveSingleItem().Rows.ShouldBe([3]);
        plan.Faults.ShouldHaveSingleItem().Reason.ShouldBe("Row 2 tells of the same location, and differently");
    }

    [Fact]
    public async Task Only_the_chosen_local_authorities_are_brought_in_and_the_partnerships_own_are_suggested()
    {
        var file = DirectoryFile.Read(Encoding.UTF8.GetBytes(InventedLocation.As2021(House, new("9-2") { Authority = "Lancashire" }))).Value!;
        await using var db = _database.As(_pct);
        var import = new ImportCareDirectory(db, TimeProvider.System);

        (await import.SuggestAuthoritiesAsync(file, _pct.PartnershipId!.Value, default)).ShouldBe(["Liverpool"]);
        var plan = await import.CheckAsync(file, _pct.PartnershipId!.Value, ["liverpool"], default);

        plan.NewServices.ShouldHaveSingleItem().LocationCode.ShouldBe("9-1");
        plan.LeftOut.ShouldHaveSingleItem().Reason.ShouldBe("In a local authority that was not chosen");
    }

    [Fact]
    public async Task A_provider_that_is_here_already_is_used_and_one_that_is_no_provider_is_a_fault()
    {
        var plan = await ImportAsync(_pct, InventedLocation.As2026(House with { ProviderId = "DEMO-P1", ProviderName = "Called otherwise" }, new("9-2") { ProviderId = "CQC" }));

        plan.NewProviders.ShouldBeEmpty();
        plan.Faults.ShouldHaveSingleItem().Reason.ShouldContain("is no provider");
        await using var db = _database.As(_pct);
        (await db.Organisations.SingleAsync(o => o.Code == "DEMO-P1")).Name.ShouldBe("Sunrise House Care Ltd");
    }

    [Fact]
    public async Task A_location_that_went_to_another_provider_is_a_fault()
    {
        await ImportAsync(_pct, InventedLocation.As2026(House));

        (await CheckAsync(_pct, InventedLocation.As2026(House with { ProviderId = "8-999" }))).Faults.ShouldHaveSingleItem().Reason.ShouldContain("with another provider");
    }

    [Fact]
    public async Task Nothing_is_written_when_one_row_is_refused_while_writing()
    {
        await using var first = _database.As(_pct);
        var import = new ImportCareDirectory(first, TimeProvider.System);
        var file = DirectoryFile.Read(Encoding.UTF8.GetBytes(InventedLocation.As2026(House, new("9-2")))).Value!;
        var plan = await import.CheckAsync(file, _pct.PartnershipId!.Value, [], default);
        await ImportAsync(_pct, InventedLocation.As2026(new InventedLocation("9-2") { ProviderId = "8-777" }));

        (await Should.ThrowAsync<DbUpdateException>(() => import.WriteAsync(plan, default))).IsTaken(Constraints.ServiceLocation).ShouldBeTrue();

        (await CountAsync("services where location_code = '9-1'")).ShouldBe(0);
        (await CountAsync("organisations where code = '8-100'")).ShouldBe(0);
    }

    [Fact, Requirement("S0-006")]
    public async Task Another_partnership_never_sees_an_imported_provider_its_services_or_the_upload()
    {
        await ImportAsync(_pct, InventedLocation.As2026(House));
        await using (var mine = _database.As(_pct))
        {
            mine.CheckedUploads.Add(CheckedUpload.Of(Guid.CreateVersion7(), _pct.PartnershipId!.Value, _pct.AccountId!.Value, "directory.csv", [1], DateTimeOffset.UnixEpoch).Value!);
            await mine.SaveChangesAsync();
        }

        foreach (var who in new[] { "pct", "admin", "head", "coordinator", "provider", "regulator" })
        {
            await using var theirs = _database.As(await _database.ActorAsync($"{who}@eastlancs.demo.example"));
            (await theirs.Services.AnyAsync(s => s.LocationCode == "9-1")).ShouldBeFalse(who);
            (await theirs.Organisations.AnyAsync(o => o.Code == "8-100")).ShouldBeFalse(who);
        }

        await using var others = _database.As(await _database.ActorAsync("pct@eastlancs.demo.example"));
        (await others.CheckedUploads.AnyAsync()).ShouldBeFalse();
        (await CheckAsync(await _database.ActorAsync("pct@eastlancs.demo.example"), InventedLocation.As2026(House))).NewServices.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_upload_is_seen_by_those_who_keep_the_market_who_change_none_and_its_content_is_not_in_the_log()
    {
        await using (var mine = _database.As(_pct))
        {
            mine.CheckedUploads.Add(CheckedUpload.Of(Guid.CreateVersion7(), _pct.PartnershipId!.Value, _pct.AccountId!.Value, "C:\\files\\1.csv", [1, 2, 3], DateTimeOffset.UnixEpoch.AddYears(50)).Value!);
            await mine.SaveChangesAsync();
            (await mine.CheckedUploads.Select(u => u.FileName).ToListAsync()).ShouldBe(["1.csv"]);
            (await Should.ThrowAsync<PostgresException>(() => mine.CheckedUploads.ExecuteDeleteAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }

        (await CountAsync("audit_entries where table_name = 'checked_uploads' and changes ? 'file_name'")).ShouldBe(1);
        (await CountAsync("audit_entries where table_name = 'checked_uploads' and changes ? 'content'")).ShouldBe(0);
        await using var coordinator = _database.As(await _database.ActorAsync("coordinator@liverpool.demo.example"));
        (await Should.ThrowAsync<PostgresException>(() => coordinator.CheckedUploads.AnyAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Ten_thousand_rows_of_which_a_hundred_are_bad_are_told()
    {
        var content = Encoding.UTF8.GetBytes(InventedLocation.As2026(Enumerable.Range(0, 10_000).Select(i => new InventedLocation($"9-{i}")
        {
            Name = $"Invented House {i}",
            ProviderId = $"8-{i / 2}",
            Postcode = i % 100 == 0 ? "nowhere" : "L8 1AA",
        })));
        var watch = Stopwatch.StartNew();

        await using var db = _database.As(_pct);
        var plan = await new ImportCareDirectory(db, TimeProvider.System).CheckAsync(DirectoryFile.Read(content).Value!, _pct.PartnershipId!.Value, [], default);

        output.WriteLine($"told after {watch.ElapsedMilliseconds} ms");
        plan.FailingRows.ShouldBe(100);
        plan.NewServices.Count.ShouldBe(9_900);
    }

    private async Task<DirectoryPlan> CheckAsync(Actor actor, string csv)
    {
        await using var db = _database.As(actor);
        return await new ImportCareDirectory(db, TimeProvider.System).CheckAsync(DirectoryFile.Read(Encoding.UTF8.GetBytes(csv)).Value!, actor.PartnershipId!.Value, [], default);
    }

    private async Task<DirectoryPlan> ImportAsync(Actor actor, string csv)
    {
        await using var db = _database.As(actor);
        var import = new ImportCareDirectory(db, TimeProvider.System);
        var plan = await import.CheckAsync(DirectoryFile.Read(Encoding.UTF8.GetBytes(csv)).Value!, actor.PartnershipId!.Value, [], default);
        await import.WriteAsync(plan, default);
        return plan;
    }

    private Task<long> CountAsync(string what) => _database.BehindTheScenesAsync<long>($"select count(*) from care.{what}");
}
