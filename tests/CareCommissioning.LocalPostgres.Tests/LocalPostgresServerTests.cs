using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CareCommissioning.LocalPostgres.Tests;

public sealed class LocalPostgresServerTests : IDisposable
{
    private readonly DataFolderForTest _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Starts_answers_and_stops()
    {
        Postmaster process;
        await using (var server = await LocalPostgresServer.StartAsync(_data.Options))
        {
            server.StartedHere.ShouldBeTrue();
            process = _data.Running;
            (await DataFolderForTest.AskAsync(server, "select 40 + 2")).ShouldBe(42);
        }

        process.IsAlive().ShouldBeFalse();
        File.Exists(_data.PidFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Keeps_data_and_port_from_one_start_to_the_next()
    {
        int port;
        await using (var first = await LocalPostgresServer.StartAsync(_data.Options))
        {
            port = first.Port;
            await DataFolderForTest.AskAsync(first, "create table kept as select 7 as number");
        }

        await using var second = await LocalPostgresServer.StartAsync(_data.Options);
        second.Port.ShouldBe(port);
        (await DataFolderForTest.AskAsync(second, "select number from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task Second_start_attaches_and_the_last_out_stops_the_server()
    {
        var first = await LocalPostgresServer.StartAsync(_data.Options);
        var second = await LocalPostgresServer.StartAsync(_data.Options);
        var process = _data.Running;

        second.StartedHere.ShouldBeFalse();
        second.Port.ShouldBe(first.Port);

        await first.DisposeAsync();
        (await DataFolderForTest.AskAsync(second, "select 1")).ShouldBe(1);

        await second.DisposeAsync();
        process.IsAlive().ShouldBeFalse();
    }

    [Fact]
    public async Task Two_processes_starting_at_once_share_one_server()
    {
        using var one = SecondProcess.Start(_data.Path);
        using var other = SecondProcess.Start(_data.Path);
        var mine = await LocalPostgresServer.StartAsync(_data.Options);

        (await one.PortAsync()).ShouldBe(mine.Port);
        (await other.PortAsync()).ShouldBe(mine.Port);

        await one.LeaveAsync();
        await mine.DisposeAsync();
        _data.Running.IsAlive().ShouldBeTrue();

        var process = _data.Running;
        await other.LeaveAsync();
        process.IsAlive().ShouldBeFalse();
    }

    [Fact]
    public async Task A_killed_user_neither_takes_the_server_down_nor_keeps_it_up()
    {
        using var killed = SecondProcess.Start(_data.Path);
        var port = await killed.PortAsync();
        var mine = await LocalPostgresServer.StartAsync(_data.Options);
        mine.Port.ShouldBe(port);

        await killed.KillAsync();
        (await DataFolderForTest.AskAsync(mine, "select 1")).ShouldBe(1);

        var process = _data.Running;
        await mine.DisposeAsync();
        process.IsAlive().ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_left_by_a_killed_process_is_adopted_and_stopped()
    {
        using var killed = SecondProcess.Start(_data.Path);
        var port = await killed.PortAsync();
        await killed.KillAsync();
        var process = _data.Running;
        process.IsAlive().ShouldBeTrue();

        await using (var mine = await LocalPostgresServer.StartAsync(_data.Options))
        {
            mine.StartedHere.ShouldBeFalse();
            mine.Port.ShouldBe(port);
        }

        process.IsAlive().ShouldBeFalse();
    }

    [Fact]
    public async Task Killed_server_recovers_with_its_data()
    {
        var first = await LocalPostgresServer.StartAsync(_data.Options with { Durable = true });
        await DataFolderForTest.AskAsync(first, "create table kept as select generate_series(1, 10000) as number");
        _data.KillServer();

        await using var second = await LocalPostgresServer.StartAsync(_data.Options with { Durable = true });
        second.StartedHere.ShouldBeTrue();
        (await DataFolderForTest.AskAsync(second, "select count(*) from kept")).ShouldBe(10000L);

        // The first object outlived its server; leaving must not stop the second's.
        await first.DisposeAsync();
        (await DataFolderForTest.AskAsync(second, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Pid_file_of_a_dead_server_whose_number_another_process_has_is_overruled()
    {
        await (await LocalPostgresServer.StartAsync(_data.Options)).DisposeAsync();
        var stale = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n{_data.Path}/cluster\n1700000000\n5432\n\n127.0.0.1\n  123 456\nready   \n");
        await File.WriteAllTextAsync(_data.PidFile, stale);

        await using var server = await LocalPostgresServer.StartAsync(_data.Options);
        server.StartedHere.ShouldBeTrue();
        (await DataFolderForTest.AskAsync(server, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Database_half_made_when_the_process_was_killed_is_made_again()
    {
        await (await LocalPostgresServer.StartAsync(_data.Options)).DisposeAsync();
        Directory.Move(Path.Combine(_data.Path, "cluster"), Path.Combine(_data.Path, "cluster.new"));
        File.Delete(Path.Combine(_data.Path, "cluster.new", "global", "pg_control"));

        await using var server = await LocalPostgresServer.StartAsync(_data.Options);
        (await DataFolderForTest.AskAsync(server, "select 1")).ShouldBe(1);
        Directory.Exists(Path.Combine(_data.Path, "cluster.new")).ShouldBeFalse();
    }

    [Fact]
    public async Task Moves_to_a_free_port_when_the_last_one_is_taken()
    {
        int port;
        await using (var first = await LocalPostgresServer.StartAsync(_data.Options))
        {
            port = first.Port;
        }

        using var taken = new TcpListener(IPAddress.Loopback, port);
        taken.Start();
        await using var second = await LocalPostgresServer.StartAsync(_data.Options);
        second.Port.ShouldNotBe(port);
        (await DataFolderForTest.AskAsync(second, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Says_that_the_port_asked_for_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var refusal = await Should.ThrowAsync<LocalPostgresException>(() => LocalPostgresServer.StartAsync(_data.Options with { Port = port }));
        refusal.Message.ShouldBe($"Port {port} on 127.0.0.1 is taken by another program. Choose another port, leave the port out to have a free one chosen, or end that program.");
    }

    [Fact]
    public async Task Says_that_the_data_are_of_another_version()
    {
        await (await LocalPostgresServer.StartAsync(_data.Options)).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(_data.Path, "cluster", "PG_VERSION"), "11\n");

        var refusal = await Should.ThrowAsync<LocalPostgresException>(() => LocalPostgresServer.StartAsync(_data.Options));
        refusal.Message.ShouldStartWith("The data folder was made by PostgreSQL 11, but only version");
    }

    [Fact]
    public async Task Says_that_the_binaries_asked_for_are_not_there()
    {
        var refusal = await Should.ThrowAsync<LocalPostgresException>(() => LocalPostgresServer.StartAsync(_data.Options with { BinariesFolder = _data.Path }));
        refusal.Message.ShouldStartWith("There is no usable PostgreSQL in ");
    }

    [Fact]
    public async Task Touches_no_folder_that_is_not_its_own()
    {
        Directory.CreateDirectory(_data.Path);
        await File.WriteAllTextAsync(Path.Combine(_data.Path, "thesis.txt"), "mine");

        var refusal = await Should.ThrowAsync<LocalPostgresException>(() => LocalPostgresServer.StartAsync(_data.Options));
        refusal.Message.ShouldContain("is not empty");
        Directory.GetFileSystemEntries(_data.Path).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Says_what_a_wrong_setting_was()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["shared_bufers"] = "1MB" };
        var refusal = await Should.ThrowAsync<LocalPostgresException>(() => LocalPostgresServer.StartAsync(_data.Options with { Settings = settings }));
        refusal.Message.ShouldContain("PostgreSQL could not be started");
        refusal.Message.ShouldContain("server.log");
    }

    [Fact]
    public async Task Is_durable_unless_told_otherwise()
    {
        await using var server = await LocalPostgresServer.StartAsync(new LocalPostgresOptions { DataFolder = _data.Path });
        foreach (var setting in new[] { "fsync", "full_page_writes", "synchronous_commit", "data_checksums" })
        {
            (await DataFolderForTest.AskAsync(server, "show " + setting)).ShouldBe("on", setting);
        }
    }

    [Fact]
    public async Task Is_closed_to_others_and_the_same_on_every_machine()
    {
        await using var server = await LocalPostgresServer.StartAsync(_data.Options);

        (await DataFolderForTest.AskAsync(server, "show listen_addresses")).ShouldBe("127.0.0.1");
        (await DataFolderForTest.AskAsync(server, "show unix_socket_directories")).ShouldBe("");
        (await DataFolderForTest.AskAsync(server, "show timezone")).ShouldBe("UTC");
        (await DataFolderForTest.AskAsync(server, "show server_encoding")).ShouldBe("UTF8");
        (await DataFolderForTest.AskAsync(server, "select upper('é') || ('a' > 'B')")).ShouldBe("Étrue");
        (await DataFolderForTest.AskAsync(server, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules")).ShouldBe("scram-sha-256");

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(server.DataFolder, "password")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(Path.Combine(server.DataFolder, "cluster")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task Never_runs_as_root_and_leads_a_session_of_its_own()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var server = await LocalPostgresServer.StartAsync(_data.Options);
        var listing = new ProcessStartInfo("ps", ["-o", "uid=,pgid=", "-p", _data.Running.ProcessId.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var ps = Process.Start(listing)!;
        var words = (await ps.StandardOutput.ReadToEndAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        words[0].ShouldNotBe("0");
        words[1].ShouldNotBe(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Unused_folder_is_removed_with_its_server_and_a_used_one_is_not()
    {
        using var killed = SecondProcess.Start(_data.Path);
        await killed.PortAsync();
        var process = _data.Running;
        (await LocalPostgresServer.RemoveUnusedAsync(_data.Options)).ShouldBeFalse();

        await killed.KillAsync();
        (await LocalPostgresServer.RemoveUnusedAsync(_data.Options)).ShouldBeTrue();
        process.IsAlive().ShouldBeFalse();
        Directory.Exists(_data.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task Root_keeps_data_where_the_unprivileged_user_can_go()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return;
        }

        var closed = Path.GetDirectoryName(_data.Path)!;
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var first = await LocalPostgresServer.StartAsync(_data.Options);
        first.DataFolder.ShouldStartWith("/var/lib/care-commissioning/data-");
        var second = await LocalPostgresServer.StartAsync(_data.Options);
        second.Port.ShouldBe(first.Port);
        await first.DisposeAsync();
        await second.DisposeAsync();

        (await LocalPostgresServer.RemoveUnusedAsync(_data.Options)).ShouldBeTrue();
        Directory.Exists(first.DataFolder).ShouldBeFalse();
    }
}
