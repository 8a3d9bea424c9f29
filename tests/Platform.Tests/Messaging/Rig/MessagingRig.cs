using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Messaging.Queues;
using Waymark.Platform.Modules;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Messaging.Rig;

/// <summary>Three services with databases of their own and the messaging block between them, as one process has it.</summary>
public sealed class MessagingRig : IAsyncDisposable
{
    private const string Known =
        """
        select count(*) from (
          select message_id from msg.inbox where consumer = $1 union select message_id from msg.delivery where consumer = $1
          union select message_id from msg.dead_letter where consumer = $1) k
        """;

    private readonly ServiceProvider _provider;
    private readonly ServiceDatabase[] _databases;
    private readonly Action<IServiceCollection> _more;
    private IHostedService[] _running = [];

    private MessagingRig(
        ServiceDatabase[] databases, MessagingOptions options, TimeProvider clock, Action<IServiceCollection> more, Subscriptions[]? catalogue = null)
    {
        _databases = databases;
        _more = more;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton(Script);
        services.AddSingleton(TestPostgres.Pools(databases));
        var configuration = new ConfigurationBuilder().Build();
        new ServiceBuilder("source", services, configuration).AddServiceDatabase<SourceDbContext>();
        new ServiceBuilder("target", services, configuration).AddServiceDatabase<TargetDbContext>();
        new ServiceBuilder("other", services, configuration).AddServiceDatabase<OtherDbContext>();
        more(services);
        services.AddMessaging(catalogue ?? Catalogue(), ["source", "target", "other"], options);
        _provider = services.BuildServiceProvider();
    }

    public RigScript Script { get; } = new();

    public ServiceDatabases Databases => _provider.GetRequiredService<ServiceDatabases>();

    public DeadLetterBox DeadLetters => _provider.GetRequiredService<DeadLetterBox>();

    public ServiceQueues Queues => _provider.GetRequiredService<ServiceQueues>();

    public IServiceProvider Services => _provider;

    public static async Task<MessagingRig> CreateAsync(
        TestPostgres postgres, Action<IServiceCollection>? more = null, MessagingOptions? options = null, TimeProvider? clock = null,
        Subscriptions[]? catalogue = null)
    {
        ServiceDatabase[] databases =
        [
            await postgres.CreateDatabaseAsync<SourceDbContext>("source"),
            await postgres.CreateDatabaseAsync<TargetDbContext>("target"),
            await postgres.CreateDatabaseAsync<OtherDbContext>("other"),
        ];
        return new MessagingRig(databases, options ?? new MessagingOptions(), clock ?? TimeProvider.System, more ?? (_ => { }), catalogue);
    }

    /// <summary>Another process over the same databases; it shares the script.</summary>
    public MessagingRig Twin(MessagingOptions? options = null, Action<IServiceCollection>? more = null)
    {
        var twin = new MessagingRig(_databases, options ?? new MessagingOptions(), TimeProvider.System, more ?? _more);
        twin.Script.Before = (consumer, e, ct) => Script.Before(consumer, e, ct);
        twin.Script.After = (consumer, db, e) => Script.After(consumer, db, e);
        return twin;
    }

    public async Task StartAsync()
    {
        _running = _provider.GetServices<IHostedService>().ToArray();
        foreach (var service in _running)
            await service.StartAsync(CancellationToken.None);
    }

    public async Task StopAsync()
    {
        foreach (var service in _running)
            await service.StopAsync(CancellationToken.None);
        _running = [];
    }

    internal LocalService Local(string service) => _provider.GetServices<LocalService>().Single(s => s.Name == service);

    public SourceDbContext Source(RequestMetadata? request = null) => TestPostgres.Context<SourceDbContext>(
        Databases, "source", request: request, signal: _provider.GetRequiredKeyedService<OutboxSignal>("source"));

    /// <summary>Publishes versions 1 to <paramref name="events"/> of a new key in one save.</summary>
    public async Task<string> PublishAsync(int events = 1)
    {
        await using var db = Source();
        var counter = new Counter { Id = Guid.CreateVersion7() };
        db.Add(counter);
        Raise(db, counter, events);
        await db.SaveChangesAsync();
        return counter.PartitionKey;
    }

    /// <summary>Publishes the next events of a key in one save.</summary>
    public async Task PublishMoreAsync(string key, int events = 1)
    {
        await using var db = Source();
        var id = Guid.Parse(key.Split(':')[1]);
        Raise(db, await db.Counters.SingleAsync(c => c.Id == id), events);
        await db.SaveChangesAsync();
    }

    public static void Raise(RigDbContext db, Counter counter, int events)
    {
        for (var i = 0; i < events; i++)
        {
            counter.Value++;
            db.Publish(counter, counter.Event());
        }
    }

    /// <summary>What a consumer did, in the order in which it did it.</summary>
    public async Task<List<Effect>> EffectsAsync(string consumer)
    {
        var service = consumer.Split('.')[0];
        await using RigDbContext db = string.Equals(service, "target", StringComparison.Ordinal)
            ? TestPostgres.Context<TargetDbContext>(Databases, service)
            : TestPostgres.Context<OtherDbContext>(Databases, service);
        return await db.Effects.AsNoTracking().Where(e => e.Consumer == consumer).OrderBy(e => e.Id).ToListAsync();
    }

    public async Task<T> AskAsync<T>(string service, string sql, params object[] values)
    {
        await using var command = Databases.Api(service).CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<int> RunAsync(string service, string sql, params object[] values)
    {
        await using var command = Databases.Api(service).CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs as the administrator, in the maintenance database.</summary>
    public Task AdministerAsync(string service, Func<string, string> sql)
    {
        var database = _databases.Single(d => d.Service == service);
        return RunAsAdministratorAsync(database.MaintenanceConnectionString, sql(database.Name));
    }

    /// <summary>Runs as the administrator, in the service's own database.</summary>
    public Task AdministerInsideAsync(string service, string sql) =>
        RunAsAdministratorAsync(_databases.Single(d => d.Service == service).AdminConnectionString, sql);

    private static async Task RunAsAdministratorAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(120), "Waited in vain: " + what);
            await Task.Delay(10);
        }
    }

    public Task UntilEffectsAsync(string consumer, int count) =>
        UntilAsync(async () => (await EffectsAsync(consumer)).Count >= count, $"{count} effects of {consumer}");

    public Task UntilAskedAsync<T>(string service, T answer, string sql, params object[] values)
        where T : notnull =>
        UntilAsync(async () => answer.Equals(await AskAsync<T>(service, sql, values)), $"{answer} from {sql}");

    /// <summary>Everything was dispatched, has come to every consumer and was applied, and nothing waits.</summary>
    public async Task UntilQuietAsync()
    {
        await UntilAskedAsync("source", 0L, "select count(*) from msg.outbox");
        await UntilAskedAsync("other", 0L, "select count(*) from msg.outbox");
        var published = 0L;
        foreach (var service in new[] { "source", "target", "other" })
        {
            published += await AskAsync<long>(service, "select coalesce(sum(version), 0)::bigint from counters");
            published -= await AskAsync<long>(service, "select count(*) from msg.dead_letter where direction = 'o'");
        }

        foreach (var consumer in new[] { RecordEach.Consumer, RecordMany.Consumer, RecordElsewhere.Consumer })
        {
            await UntilAsync(async () => await AskAsync<long>(consumer.Split('.')[0], Known, consumer) >= published, $"{published} events at {consumer}");
        }

        await UntilAskedAsync("target", 0L, "select count(*) from msg.delivery");
        await UntilAskedAsync("other", 0L, "select count(*) from msg.delivery");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        // Given to the container as it is, so the container does not close it; connections of many rigs would run out.
        var databases = Databases;
        await _provider.DisposeAsync();
        await databases.DisposeAsync();
    }

    /// <summary>Who is subscribed to what.</summary>
    public static Subscriptions[] Catalogue()
    {
        var target = new Subscriptions("target");
        target.On<LabelUpdated, RecordEach>();
        target.OnBatch<RecordMany>(typeof(LabelUpdated));
        var other = new Subscriptions("other");
        other.On<LabelUpdated, RecordElsewhere>();
        return [new Subscriptions("source"), target, other];
    }
}
