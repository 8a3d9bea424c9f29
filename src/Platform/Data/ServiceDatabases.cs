using System.Collections.Concurrent;
using Npgsql;

namespace Waymark.Platform.Data;

/// <summary>How many connections one process opens to each service's database.</summary>
/// <param name="Api">For requests.</param>
/// <param name="Relay">For the outbox relay.</param>
/// <param name="Consumers">For consumers of events.</param>
public sealed record ConnectionLimits(int Api = 12, int Relay = 1, int Consumers = 4);

/// <summary>
/// The pools of every service's database, made when first asked for. Connections keep their session between uses, so
/// nobody may set session state on them; a transaction's <c>set local</c> is fine.
/// </summary>
public sealed class ServiceDatabases(Func<string, ServiceDatabase> addressOf, ConnectionLimits? limits = null) : IAsyncDisposable
{
    /// <summary>Compilation goes by the costs that this makes up for a table without an index, so it is off, too.</summary>
    private const string ByIndexes = "-c enable_seqscan=off -c jit=off";

    private readonly ConnectionLimits _limits = limits ?? new ConnectionLimits();
    private readonly ConcurrentDictionary<string, ServiceDatabase> _addresses = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Service, string Purpose), Lazy<NpgsqlDataSource>> _sources = [];

    /// <summary>Where a service's database is.</summary>
    public ServiceDatabase Address(string service) => _addresses.GetOrAdd(service, addressOf);

    /// <summary>The pool for requests, shared by the service's context.</summary>
    public NpgsqlDataSource Api(string service) => Source(service, "api", _limits.Api);

    /// <summary>
    /// The pool of the outbox relay and of claims. A queue's table is empty now and full of rows, or of what deleted rows leave
    /// behind, a moment later, and a prepared plan outlives both: plans of this pool go by the indexes whatever the planner
    /// believes, because reading a whole table for each lane once took claims from 0.3 ms to 870 ms.
    /// </summary>
    public NpgsqlDataSource Relay(string service) => Source(service, "relay", _limits.Relay, ByIndexes + " -c enable_bitmapscan=off");

    /// <summary>The pool of the consumers of events; they take their deliveries from the same tables.</summary>
    public NpgsqlDataSource Consumers(string service) => Source(service, "consumers", _limits.Consumers, ByIndexes);

    /// <summary>One more connection, opened when a session must be ended: whoever ends it must not stand behind those who wait for it.</summary>
    public NpgsqlDataSource Rescue(string service) => Source(service, "rescue", 1);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources.Values)
        {
            if (source.IsValueCreated)
                await source.Value.DisposeAsync();
        }
    }

    /// <summary>A pool with the settings that all pools share.</summary>
    internal static NpgsqlDataSource Pool(string connectionString, string name, int limit, string? serverSettings = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = name,
            Options = serverSettings,
            MaxPoolSize = limit,
            ConnectionIdleLifetime = 30,
            ConnectionPruningInterval = 10,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            // Saves resetting the session on every return, which would also drop the prepared statements.
            NoResetOnClose = true,
            // Not offered by the servers we run on, and asking costs a round trip per connection.
            GssEncryptionMode = GssEncryptionMode.Disable,
            Enlist = false,
            Timeout = 5,
        };
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = name };
        // Only built-in types are used: reading the server's catalogue would cost every pool a long query at its first use.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        return builder.Build();
    }

    private NpgsqlDataSource Source(string service, string purpose, int limit, string? serverSettings = null) =>
        _sources.GetOrAdd((service, purpose), key => new Lazy<NpgsqlDataSource>(
            () => Pool(Address(key.Service).ConnectionString, $"waymark-{key.Service}-{key.Purpose}", limit, serverSettings))).Value;
}
