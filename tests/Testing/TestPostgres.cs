using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Operations;
using Waymark.Platform.PrivatePostgres;
using Waymark.Platform.Security;

namespace Waymark.Testing;

/// <summary>
/// One private PostgreSQL for a whole test run, started by the first test that asks for a database and removed at the
/// end: <c>[assembly: AssemblyFixture(typeof(TestPostgres))]</c>. Databases are clones of a migrated template.
/// </summary>
public sealed class TestPostgres : IAsyncDisposable
{
    private const string FolderPrefix = "waymark-test-";

    private readonly MasterKey _key = new(RandomNumberGenerator.GetBytes(32));
    private readonly ConcurrentDictionary<(Type, string), Lazy<Task<ServiceDatabase>>> _templates = [];
    private readonly Lazy<Task<PostgresServer>> _server;
    private readonly SemaphoreSlim _cloning = new(1);
    private DataFolder? _folder;
    private int _count;

    /// <summary>True only to measure: then a commit costs what it costs a user.</summary>
    public bool IsDurable { get; init; }

    /// <summary>Nothing is started yet.</summary>
    public TestPostgres() => _server = new Lazy<Task<PostgresServer>>(StartAsync);

    /// <summary>The key behind the passwords of the services' roles, of which a server has one each.</summary>
    public MasterKey Key => _key;

    /// <summary>The administrator's connection string of the running server.</summary>
    public async Task<string> AdminConnectionStringAsync() => (await _server.Value).AdminConnectionString;

    /// <summary>An empty database of its own, migrated to the head of <typeparamref name="TContext"/> and of the schema <c>msg</c>.</summary>
    /// <param name="service">The service it belongs to; its role is <c>waymark_&lt;service&gt;</c>.</param>
    public async Task<ServiceDatabase> CreateDatabaseAsync<TContext>(string service)
        where TContext : ServiceDbContext
    {
        var template = await _templates.GetOrAdd((typeof(TContext), service), _ => new(() => MakeTemplateAsync<TContext>(service))).Value;
        var name = $"test_{service}_{Interlocked.Increment(ref _count)}";
        await using var admin = await AdminConnection.OpenAsync(template.MaintenanceConnectionString, CancellationToken.None);
        await _cloning.WaitAsync();
        try
        {
            await admin.RunAsync($"create database {name} template {template.Name} strategy file_copy", CancellationToken.None);
        }
        finally
        {
            _cloning.Release();
        }

        return At(template, name);
    }

    /// <summary>The pools of some databases, as a host would have them.</summary>
    public static ServiceDatabases Pools(params IReadOnlyList<ServiceDatabase> databases)
    {
        var byService = databases.ToDictionary(d => d.Service, StringComparer.Ordinal);
        return new ServiceDatabases(service => byService[service]);
    }

    /// <summary>A context outside any request; the caller disposes it.</summary>
    public static TContext Context<TContext>(ServiceDatabases databases, string service, TimeProvider? clock = null, OutboxSignal? signal = null, RequestMetadata? request = null)
        where TContext : ServiceDbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        ServiceDbContextOptions.Configure(options);
        var scope = new WriteScope(service, request ?? new RequestMetadata(), clock ?? TimeProvider.System, signal ?? new OutboxSignal());
        var context = (TContext)Activator.CreateInstance(typeof(TContext), options.Options, scope)!;
        context.Connect(databases.Api(service).CreateConnection());
        return context;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await (await _server.Value).DisposeAsync();
            _folder!.Dispose();
            Trash.Take(_folder.Path);
        }

        _cloning.Dispose();
    }

    private static ServiceDatabase At(ServiceDatabase database, string name) => new(
        database.Service,
        name,
        new NpgsqlConnectionStringBuilder(database.AdminConnectionString) { Database = name }.ConnectionString,
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = name }.ConnectionString,
        IsManaged: true);

    private async Task<PostgresServer> StartAsync()
    {
        await RemoveLeftoversAsync();
        Trash.Empty();
        _folder = await DataFolder.OpenAsync(
            Path.Combine(Path.GetTempPath(), FolderPrefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture)), CancellationToken.None);
        var server = new PostgresServer(_folder, new PostgresSettings { IsDurable = IsDurable });
        await server.StartAsync(CancellationToken.None);
        return server;
    }

    private async Task<ServiceDatabase> MakeTemplateAsync<TContext>(string service)
        where TContext : ServiceDbContext
    {
        var name = $"template_{service}_{Interlocked.Increment(ref _count)}";
        var template = At(ServiceDatabase.Managed(service, await AdminConnectionStringAsync(), _key), name);
        var descriptor = ServiceDatabaseDescriptor.Of<TContext>(service);
        await using var pools = Pools(template);
        var provisioner = new DatabaseProvisioner(pools, [descriptor], MessagingSchema.Embedded, NullLogger<DatabaseProvisioner>.Instance);
        await provisioner.ProvisionAsync(CancellationToken.None);
        if (descriptor.MigrationIds.Count == 0)
            await CreateTablesAsync(descriptor, template);
        return template;
    }

    /// <summary>A context made for a test alone needs no migrations: its tables come straight from its model.</summary>
    private static async Task CreateTablesAsync(ServiceDatabaseDescriptor descriptor, ServiceDatabase template)
    {
        await using var admin = await AdminConnection.OpenAsync(template.AdminConnectionString, CancellationToken.None);
        await using var context = descriptor.Open(admin.ConnectionString);
        await admin.RunAsync(context.Database.GenerateCreateScript(), CancellationToken.None);
    }

    /// <summary>A test run that was killed could not clean up: the next one does it.</summary>
    private static async Task RemoveLeftoversAsync()
    {
        foreach (var path in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var isOwned = int.TryParse(Path.GetFileName(path)[FolderPrefix.Length..], CultureInfo.InvariantCulture, out var pid) && Unix.IsAlive(pid);
            if (isOwned && pid != Environment.ProcessId)
                continue;
            await RemoveLeftoverAsync(path);
        }
    }

    /// <summary>Removes what a run that is gone has left, unless another run does so at this moment.</summary>
    public static async Task RemoveLeftoverAsync(string path)
    {
        try
        {
            await RemoveAsync(path);
        }
        catch (Exception e) when (e is StartupException or IOException)
        {
            // Another test run removes it at this moment.
        }
    }

    /// <summary>Stops the server that still runs in a data folder and deletes the folder; one that a process holds stays.</summary>
    public static async Task RemoveAsync(string path)
    {
        if (DataFolder.HolderOf(path) is not null)
            return;
        using (await DataFolder.OpenAsync(path, CancellationToken.None))
        {
            var cluster = Path.Combine(path, "postgres");
            if (Postmaster.Read(cluster) is { } left && left.Serves(cluster))
            {
                Unix.Signal(left.Pid, Unix.Quit);
                await Eventually.IsAsync(() => !Unix.IsAlive(left.Pid));
            }
        }

        Trash.Take(path);
    }
}
