using Microsoft.Extensions.Configuration;
using Npgsql;
using Waymark.Platform.Operations;
using Waymark.Platform.Security;

namespace Waymark.Platform.Data;

/// <summary>Where one service's database is, who makes and migrates it, and who uses it.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Name">The database's name.</param>
/// <param name="AdminConnectionString">The login that migrates, connected to this database.</param>
/// <param name="ConnectionString">The role that the service runs as; where Waymark makes it, it owns no table.</param>
/// <param name="IsManaged">Whether Waymark makes the database and the role; false when the service was given a URL of its own.</param>
public sealed record ServiceDatabase(string Service, string Name, string AdminConnectionString, string ConnectionString, bool IsManaged)
{
    /// <summary>The role that the service runs as.</summary>
    public string Role { get; } = new NpgsqlConnectionStringBuilder(ConnectionString).Username!;

    /// <summary>
    /// Where the state of the database is looked up: the server's <c>postgres</c> database, because its own may not exist yet.
    /// </summary>
    public string MaintenanceConnectionString { get; } = IsManaged
        ? new NpgsqlConnectionStringBuilder(AdminConnectionString) { Database = "postgres" }.ConnectionString
        : AdminConnectionString;

    /// <summary>The database and role that Waymark makes for a service on a server.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="admin">A login that may create databases and roles.</param>
    /// <param name="key">The key that the role's password is derived from.</param>
    public static ServiceDatabase Managed(string service, string admin, MasterKey key)
    {
        var name = "waymark_" + service.Replace('-', '_');
        return new ServiceDatabase(
            service,
            name,
            new NpgsqlConnectionStringBuilder(admin) { Database = name }.ConnectionString,
            new NpgsqlConnectionStringBuilder(admin)
            {
                Database = name,
                Username = name,
                Password = Convert.ToHexStringLower(key.Derive("database-role:" + service, 24)),
            }.ConnectionString,
            IsManaged: true);
    }
}

/// <summary>Reads from the settings where the databases are.</summary>
/// <param name="configuration"><c>Database:Url</c>, <c>Services:&lt;name&gt;:Database:Url</c> and <c>…:AdminUrl</c>.</param>
/// <param name="key">The installation's key.</param>
/// <param name="privateServer">The administrator's connection string of the private PostgreSQL; null where none runs.</param>
public sealed class DatabaseAddresses(IConfiguration configuration, MasterKey key, string? privateServer)
{
    /// <summary>Whether the settings leave databases to the private PostgreSQL.</summary>
    public static bool NeedPrivateServer(IConfiguration configuration, IEnumerable<string> services) =>
        string.IsNullOrEmpty(configuration["Database:Url"])
        && services.Any(s => string.IsNullOrEmpty(configuration[$"Services:{s}:Database:Url"]));

    /// <summary>The database of a service.</summary>
    public ServiceDatabase Of(string service)
    {
        var setting = $"Services:{service}:Database";
        if (configuration[setting + ":Url"] is { Length: > 0 } own)
        {
            var login = PostgresUrl.Parse(setting + ":Url", own);
            var admin = configuration[setting + ":AdminUrl"] is { Length: > 0 } url
                ? new NpgsqlConnectionStringBuilder(PostgresUrl.Parse(setting + ":AdminUrl", url).ConnectionString) { Database = login.Database }
                : login;
            return new ServiceDatabase(service, login.Database!, admin.ConnectionString, login.ConnectionString, IsManaged: false);
        }

        var server = configuration["Database:Url"] is { Length: > 0 } shared
            ? PostgresUrl.Parse("Database:Url", shared).ConnectionString
            : privateServer ?? throw new StartupException($"Nothing says where the database of {service} is; set {setting}:Url, or Database:Url for all services.");
        return ServiceDatabase.Managed(service, server, key);
    }
}
