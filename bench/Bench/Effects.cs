using System.Diagnostics;
using Npgsql;

namespace Waymark.Bench;

/// <summary>
/// What goes on behind the answers: events that wait in outboxes, deliveries that wait for their handlers, and how many
/// effects were applied – each is a row of an inbox.
/// </summary>
internal sealed class Effects : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly List<NpgsqlDataSource> _databases = [];

    /// <summary>Finds the databases of all services.</summary>
    public static async Task<Effects> OfAsync(Product product)
    {
        var effects = new Effects();
        await using var server = NpgsqlDataSource.Create(product.ConnectionTo("postgres"));
        await using var list = server.CreateCommand("select datname from pg_database where datname like 'waymark_%'");
        await using var row = await list.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            effects._databases.Add(NpgsqlDataSource.Create(product.ConnectionTo(row.GetString(0))));
        }

        return effects;
    }

    /// <summary>How many effects have been applied so far.</summary>
    public async Task<long> CountAsync() => (await AskAsync<long>("select count(*) from msg.inbox")).Sum();

    /// <summary>How much waits: events not handed over and deliveries not applied.</summary>
    public async Task<long> BacklogAsync() => (await AskAsync<long>("select (select count(*) from msg.outbox) + (select count(*) from msg.delivery)")).Sum();

    /// <summary>Waits until nothing waits any more.</summary>
    /// <returns>How long that took.</returns>
    /// <exception cref="BenchException">Something still waits after minutes.</exception>
    public async Task<TimeSpan> DrainAsync()
    {
        var clock = Stopwatch.StartNew();
        while ((await AskAsync<bool>("select exists (select from msg.outbox) or exists (select from msg.delivery)")).Contains(true))
        {
            if (clock.Elapsed > Patience)
            {
                throw new BenchException($"{await BacklogAsync()} events and deliveries still wait after {Patience.TotalMinutes} minutes.");
            }

            await Task.Delay(50);
        }

        return clock.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }
    }

    private Task<T[]> AskAsync<T>(string sql) => Task.WhenAll(_databases.Select(async database =>
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }));
}
