namespace CareCommissioning.LocalPostgres;

/// <summary>How a private PostgreSQL server is to run.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>Folder of the data, the password and the log; made (mode 0700) when it is not there.</summary>
    /// <remarks>As root on Unix the server runs as an unprivileged user; where that user cannot reach this folder, one under <c>/var/lib</c> is used instead (<see cref="LocalPostgresServer.DataFolder"/> tells which).</remarks>
    public required string DataFolder { get; init; }

    /// <summary>TCP port on 127.0.0.1. Null: a free one, kept for later starts while it stays free.</summary>
    public int? Port { get; init; }

    /// <summary>True: nothing acknowledged is ever lost. False: fast, and lost in a power cut; for tests only.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Connections the server accepts, ≥ 1.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>Further settings of postgresql.conf, such as <c>shared_buffers</c> = <c>64MB</c>. They win over ours.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Folder holding <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>. Null: the environment variable <c>CARE_POSTGRES_BIN</c>, else the npm package, PATH and the system's usual places.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>Unprivileged user to run as when this process is root. Null: <c>postgres</c> where there is one, else <c>nobody</c>.</summary>
    public string? RunAs { get; init; }

    /// <summary>Longest time a start may take, recovery after a crash included.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(2);
}
