using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Waymark.Platform.Data;
using Waymark.Platform.PrivatePostgres;
using Waymark.Platform.Security;

namespace Waymark.Platform.Operations;

/// <summary>
/// What a process has of one installation: its data folder, its key and the way to its databases, with the private
/// PostgreSQL running when the settings leave any database to it. Disposing stops what was started.
/// </summary>
public sealed class Installation : IAsyncDisposable
{
    private Installation(string path, DataFolder? folder, MasterKey key, PostgresServer? server, Func<string, ServiceDatabase> addressOf)
    {
        Path = path;
        Folder = folder;
        Key = key;
        Server = server;
        AddressOf = addressOf;
    }

    /// <summary>The data folder's absolute path.</summary>
    public string Path { get; }

    /// <summary>The data folder, held; null while this process only works beside a running host.</summary>
    public DataFolder? Folder { get; }

    /// <summary>The key that all keys are derived from.</summary>
    public MasterKey Key { get; }

    /// <summary>The private PostgreSQL that this process runs; null without one.</summary>
    public PostgresServer? Server { get; }

    /// <summary>Where a service's database is; for <see cref="ServiceDatabaseRegistration.AddDatabases"/>.</summary>
    public Func<string, ServiceDatabase> AddressOf { get; }

    /// <summary>Takes the data folder for this process alone, as a host does.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="dataPath">The data folder.</param>
    /// <param name="services">The services whose databases are wanted.</param>
    /// <param name="logger">For what the private PostgreSQL does by itself; may be set later.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="StartupException">It cannot be opened; the message says what to do.</exception>
    public static async Task<Installation> OpenAsync(
        IConfiguration configuration, string dataPath, IEnumerable<string> services, ILogger<PostgresServer>? logger, CancellationToken ct)
    {
        var folder = await DataFolder.OpenAsync(dataPath, ct);
        PostgresServer? server = null;
        try
        {
            var key = MasterKey.Open(configuration, folder);
            if (DatabaseAddresses.NeedPrivateServer(configuration, services))
            {
                server = new PostgresServer(folder, new PostgresSettings { Binaries = configuration["Database:Binaries"] });
                if (logger is not null)
                    server.Logger = logger;
                await server.StartAsync(ct);
            }

            var addresses = new DatabaseAddresses(configuration, key, server?.AdminConnectionString);
            return new Installation(folder.Path, folder, key, server, addresses.Of);
        }
        catch
        {
            if (server is not null)
                await server.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Works beside the host that holds the folder, or, when none does, opens it as <see cref="OpenAsync"/> does.</summary>
    public static async Task<Installation> JoinAsync(
        IConfiguration configuration, string dataPath, IReadOnlyCollection<string> services, CancellationToken ct)
    {
        dataPath = System.IO.Path.GetFullPath(dataPath);
        if (!Directory.Exists(dataPath) || DataFolder.HolderOf(dataPath) is null)
            return await OpenAsync(configuration, dataPath, services, null, ct);
        var admin = DatabaseAddresses.NeedPrivateServer(configuration, services) ? PostgresServer.AdminConnectionStringOf(dataPath) : null;
        var key = MasterKey.Open(configuration, dataPath, create: false);
        return new Installation(dataPath, null, key, null, new DatabaseAddresses(configuration, key, admin).Of);
    }

    /// <summary>The same for what makes sense only where there is something: a wrong folder is refused, not made.</summary>
    /// <exception cref="StartupException">The folder holds no installation.</exception>
    public static Task<Installation> JoinMadeAsync(
        IConfiguration configuration, string dataPath, IReadOnlyCollection<string> services, CancellationToken ct) =>
        DatabaseAddresses.NeedPrivateServer(configuration, services) && !Directory.Exists(System.IO.Path.Combine(dataPath, "postgres"))
            ? throw new StartupException($"There is no installation in {System.IO.Path.GetFullPath(dataPath)}; name its folder with --data, or its databases with --Database:Url.")
            : JoinAsync(configuration, dataPath, services, ct);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
        Folder?.Dispose();
    }
}
