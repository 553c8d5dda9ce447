using System.Net;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>Two web nodes on one database, behind a proxy that sends a browser now to this one, now to that one: nobody notices.</summary>
public sealed class NodesTests : IAsyncLifetime
{
    private readonly CookieContainer _cookies = new();
    private CareTestDatabase _database = null!;
    private CareHost _one = null!;
    private CareHost _two = null!;

    public async Task InitializeAsync()
    {
        _database = await CareTestDatabase.DemonstrationAsync();
        _one = new CareHost(_database);
        _two = new CareHost(_database, dataFolder: _one.DataFolder);
    }

    public async Task DisposeAsync()
    {
        await _two.DisposeAsync();
        await _one.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Signing_in_a_form_its_notice_and_signing_out_may_each_meet_another_node()
    {
        using var here = _one.Browse(_cookies);
        using var there = _two.Browse(_cookies);
        await here.SignInAsync("admin@liverpool.demo.example");
        (await there.GetAsync("/localities")).Url.ShouldBe("/localities");

        var form = (await here.GetAsync("/localities/new")).Form().With("Form.Name", "Anfield");
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/localities/new") { Content = new FormUrlEncodedContent(form.Fields) };
        using var answer = await there.SendAsync(sent);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await here.GetAsync(answer.Headers.Location!.ToString())).Done.ShouldNotBeNull().ShouldContain("Anfield");

        (await (await there.GetAsync("/sign-out")).Form().SendAsync()).Heading.ShouldBe("You have signed out");
        (await here.GetAsync("/localities")).Url.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_form_sent_to_both_at_once_counts_once()
    {
        using var here = _one.Browse(_cookies);
        using var there = _two.Browse(_cookies);
        await here.SignInAsync("admin@liverpool.demo.example");
        var form = (await here.GetAsync("/localities/new")).Form().With("Form.Name", "Wavertree");

        var answers = await Task.WhenAll(here.PostAsync("/localities/new", form.Fields), there.PostAsync("/localities/new", form.Fields));
        answers.ShouldAllBe(page => page.Status == HttpStatusCode.OK && page.Errors.Count == 0);
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.localities where name = 'Wavertree'")).ShouldBe(1);
    }
}
