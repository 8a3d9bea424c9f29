namespace Waymark.Platform.PrivatePostgres;

/// <summary>What a private PostgreSQL is started with.</summary>
public sealed record PostgresSettings
{
    /// <summary>False gives up durability for speed: for tests only.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>A folder of programs to fall back to; see <see cref="PostgresBinaries.FindAsync"/>.</summary>
    public string? Binaries { get; init; }

    internal IEnumerable<string> Arguments(string socketFolder)
    {
        IEnumerable<string> settings =
        [
            "listen_addresses=",
            "unix_socket_permissions=0700",
            "max_connections=320",
            "shared_buffers=128MB",
            // Short queries gain nothing from compilation and pay for it.
            "jit=off",
            // Wide enough that a busy hour does not force checkpoints one after another.
            "max_wal_size=1GB",
            "checkpoint_timeout=15min",
            // Queues leave a dead row for each event; a minute's worth makes every look at what waits ten times as long.
            "autovacuum_naptime=10s",
            "random_page_cost=1.1",
            "timezone=UTC",
            "log_timezone=UTC",
            // Refused statements (a taken key, a lost race) are answers, not events of the server.
            "log_min_messages=log",
            "log_checkpoints=off",
            "idle_in_transaction_session_timeout=60s",
        ];
        if (!IsDurable)
            settings = settings.Concat(["fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB"]);
        return new[] { "-k", socketFolder }.Concat(settings.SelectMany(s => new[] { "-c", s }));
    }
}
