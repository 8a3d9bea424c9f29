using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using Waymark.Contracts.Projects;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Modules;
using Waymark.Testing;

namespace Waymark.Bench.Messaging;

/// <summary>A publishing and a reacting service with databases of their own, and whatever is to run of them.</summary>
internal sealed class Pair(ServiceDatabase source, ServiceDatabase target, Action<IServiceCollection> addTransport)
{
    public static async Task<Pair> MakeAsync(TestPostgres postgres, Action<IServiceCollection> addTransport) => new(
        await postgres.CreateDatabaseAsync<SourceDbContext>("source"), await postgres.CreateDatabaseAsync<TargetDbContext>("target"), addTransport);

    /// <summary>Starts the loops of some of the services.</summary>
    public async Task<Running> StartAsync(params string[] here)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<Arrivals>();
        services.AddSingleton(TestPostgres.Pools(source, target));
        var configuration = new ConfigurationBuilder().Build();
        new ServiceBuilder("source", services, configuration).AddServiceDatabase<SourceDbContext>();
        new ServiceBuilder("target", services, configuration).AddServiceDatabase<TargetDbContext>();
        addTransport(services);
        var subscriptions = new Subscriptions("target");
        subscriptions.On<LabelUpdated, WriteOne>();
        services.AddMessaging([new Subscriptions("source"), subscriptions], here);
        var running = new Running(services.BuildServiceProvider());
        await running.StartAsync();
        return running;
    }

    /// <summary>Writes committed events into the outbox, of as many keys, as a service would have.</summary>
    public async Task FillAsync(int events)
    {
        await using var connection = new NpgsqlConnection(source.ConnectionString);
        await connection.OpenAsync();
        await using var import = await connection.BeginBinaryImportAsync(
            "copy msg.outbox (id, lane, partition_key, key_version, type, source, subject, occurred_at, data) from stdin (format binary)");
        var at = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < events; i++)
        {
            var sender = new Sender { Id = Guid.CreateVersion7(at) };
            var e = EventCatalog.Of(typeof(LabelUpdated));
            await import.StartRowAsync();
            await import.WriteAsync(sender.Id);
            await import.WriteAsync(OutboxMessage.LaneOf(sender.PartitionKey), NpgsqlDbType.Smallint);
            await import.WriteAsync(sender.PartitionKey);
            await import.WriteAsync(1L);
            await import.WriteAsync(e.Type);
            await import.WriteAsync("/waymark/source");
            await import.WriteAsync("label/" + sender.Id);
            await import.WriteAsync(at);
            await import.WriteAsync(e.Serialize(sender.Event()));
        }

        await import.CompleteAsync();
    }

    /// <summary>How many events wait in the outbox.</summary>
    public Task<long> WaitingAsync() => AskAsync(source, "select count(*) from msg.outbox");

    /// <summary>How many effects stand.</summary>
    public Task<long> EffectsAsync() => AskAsync(target, "select count(*) from effect");

    private static async Task<long> AskAsync(ServiceDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand(sql, connection);
        return (long)(await ask.ExecuteScalarAsync())!;
    }
}

/// <summary>Loops that run.</summary>
internal sealed class Running(ServiceProvider provider) : IAsyncDisposable
{
    private readonly IHostedService[] _loops = [.. provider.GetServices<IHostedService>()];

    public async Task StartAsync()
    {
        foreach (var loop in _loops)
        {
            await loop.StartAsync(CancellationToken.None);
        }
    }

    /// <summary>Publishes one event of a new key and waits for its effect.</summary>
    /// <returns>From the commit of the event to the commit of the effect.</returns>
    public async Task<TimeSpan> SendAsync()
    {
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SourceDbContext>();
        var sender = new Sender { Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()) };
        var arrival = provider.GetRequiredService<Arrivals>().Of(sender.PartitionKey);
        db.Add(sender);
        db.Publish(sender, sender.Event());
        await db.SaveChangesAsync();
        var committed = Stopwatch.GetTimestamp();
        return Stopwatch.GetElapsedTime(committed, await arrival.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var loop in _loops)
        {
            await loop.StopAsync(CancellationToken.None);
        }

        var databases = provider.GetRequiredService<ServiceDatabases>();
        await provider.DisposeAsync();
        await databases.DisposeAsync();
    }
}
