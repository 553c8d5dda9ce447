using System.Net;
using System.Net.Sockets;
using System.Text;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Setup.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>A node that is told to stop: it says so, still answers, then closes the door and finishes what it has begun.</summary>
public sealed class ShutdownTests : IAsyncLifetime
{
    private CareTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CareTestDatabase.EmptyAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Says_that_it_stops_before_the_door_closes_and_finishes_a_form_that_is_on_its_way()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        await using var node = new CareHost(_database, clock, new Dictionary<string, string>(StringComparer.Ordinal) { ["Shutdown:DrainSeconds"] = "5" });
        var address = node.Listen();
        using var form = await HalfAFormAsync(address);
        var stopped = new TaskCompletionSource();
        var lifetime = node.Services.GetRequiredService<IHostApplicationLifetime>();
        var shutdown = node.Services.GetRequiredService<IOptions<ShutdownSettings>>().Value;
        lifetime.ApplicationStopped.Register(stopped.SetResult);
        using var http = new HttpClient { BaseAddress = address };
        (await http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);

        lifetime.StopApplication();
        using var ready = await http.GetAsync("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldContain("stopping: this node is about to stop");
        (await http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync("/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);

        while (await TakesConnectionsAsync(address))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        stopped.Task.IsCompleted.ShouldBeFalse();
        var answer = await SendTheRestAsync(form);
        answer.ShouldStartWith("HTTP/1.1 400");
        answer.ShouldContain("We could not read what you sent");
        answer.ShouldEndWith("</html>\n\r\n0\r\n\r\n");
        await stopped.Task;

        // The test's own host stops it a second time.
        shutdown.DrainSeconds = 0;
    }

    [Fact]
    public async Task A_process_told_to_stop_ends_well_and_has_written_nothing_but_lines_of_json()
    {
        using var node = await NodeProcess.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Care"] = _database.AppConnection,
            ["DataFolder"] = Directory.CreateTempSubdirectory("care-host-").FullName,
        });
        using var http = new HttpClient { BaseAddress = node.Address };
        (await http.GetAsync("/acceptable-use?who=jo.secret%40secret.example")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await node.TerminateAsync()).ShouldBe(0);
        var lines = node.Lines.Select(CapturedLog.Parse).ToList();
        lines.ShouldContain(line => line.Contains("\"Route\":\"/acceptable-use\"", StringComparison.Ordinal));
        lines.ShouldAllBe(line => !line.Contains("secret", StringComparison.Ordinal));
    }

    /// <summary>A form whose head and first field have arrived: the server has asked for the rest of it.</summary>
    private static async Task<TcpClient> HalfAFormAsync(Uri address)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:{address.Port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 20\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"));
        var goOn = new byte["HTTP/1.1 100 Continue\r\n\r\n".Length];
        await stream.ReadExactlyAsync(goOn);
        Encoding.ASCII.GetString(goOn).ShouldStartWith("HTTP/1.1 100");
        await stream.WriteAsync("Form.Email"u8.ToArray());
        return client;
    }

    private static async Task<string> SendTheRestAsync(TcpClient client)
    {
        await client.GetStream().WriteAsync("=someone%40"u8.ToArray().AsMemory(0, 10));
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static async Task<bool> TakesConnectionsAsync(Uri address)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
