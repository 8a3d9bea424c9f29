using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using Npgsql;
using Waymark.Platform.KillPoints;
using Waymark.Platform.Operations;

namespace Waymark.Platform.Data;

/// <summary>
/// Makes and migrates the databases of this program. What was done to a database is noted as a fingerprint in its
/// comment, which one query reads for all databases of a server: a start with nothing to do costs that query.
/// </summary>
public sealed class DatabaseProvisioner(
    ServiceDatabases databases,
    IEnumerable<ServiceDatabaseDescriptor> descriptors,
    MessagingSchema messaging,
    ILogger<DatabaseProvisioner> logger)
{
    /// <summary>Raised when roles or rights change, so that existing databases get them.</summary>
    private const int RightsRevision = 1;

    private const string FingerprintPrefix = "waymark ";
    private const long LockKey = 0x7761796d61726b;

    private readonly ServiceDatabaseDescriptor[] _descriptors = descriptors.ToArray();

    /// <summary>Brings every database to this program's state. Safe to run from many processes at once, and again.</summary>
    /// <returns>The services whose databases were changed.</returns>
    public async Task<IReadOnlyCollection<string>> ProvisionAsync(CancellationToken ct)
    {
        var changed = new ConcurrentBag<string>();
        var servers = _descriptors.GroupBy(d => databases.Address(d.Service).MaintenanceConnectionString, StringComparer.Ordinal);
        await Parallel.ForEachAsync(servers, ct, async (server, token) => await ProvisionServerAsync(server.Key, server.ToArray(), changed, token));
        return changed;
    }

    /// <summary>Makes one database as it was at a given state, to be filled from a backup.</summary>
    /// <param name="service">Whose.</param>
    /// <param name="migration">The last migration it shall carry.</param>
    /// <param name="script">The last script of the schema <c>msg</c> it shall carry.</param>
    /// <param name="force">Whether an existing database may be dropped.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task MakeAnewAsync(string service, string? migration, int script, bool force, CancellationToken ct)
    {
        var descriptor = _descriptors.Single(d => d.Service == service);
        var database = databases.Address(service);
        await using var connection = await AdminConnection.OpenAsync(database.MaintenanceConnectionString, ct);
        if (database.IsManaged)
        {
            if (force)
                await connection.RunAsync($"drop database if exists {DatabaseRights.Quote(database.Name)} with (force)", ct);
            else if (await DatabaseRights.ExistsAsync(connection, database, ct))
                throw new StartupException($"The server has a database {database.Name} already; add --force to lose it.");
            await DatabaseRights.MakeAsync(connection, database, ct);
        }
        else if ((await MigrationHistory.ReadAsync(connection, ct)).Count > 0)
        {
            throw new StartupException($"The database {database.Name} is in use; give {service} an empty one.");
        }

        await UpgradeAsync(descriptor, migration, script, ct);
    }

    private async Task ProvisionServerAsync(string server, ServiceDatabaseDescriptor[] wanted, ConcurrentBag<string> changed, CancellationToken ct)
    {
        await using var connection = await AdminConnection.OpenAsync(server, ct);
        var stale = await StaleAsync(connection, wanted, ct);
        if (stale.Length == 0)
            return;

        // Held by the session: it ends with the connection, however this process ends.
        await connection.RunAsync($"select pg_advisory_lock({LockKey})", ct);
        stale = await StaleAsync(connection, wanted, ct);
        foreach (var descriptor in stale.Where(d => databases.Address(d.Service).IsManaged))
            await DatabaseRights.MakeAsync(connection, databases.Address(descriptor.Service), ct);

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct };
        await Parallel.ForEachAsync(stale, parallel, async (descriptor, token) =>
        {
            await UpgradeAsync(descriptor, null, messaging.Head, token);
            changed.Add(descriptor.Service);
            logger.LogInformation("The database of {Service} is made and migrated.", descriptor.Service);
        });
    }

    /// <summary>The wanted databases that do not carry this program's fingerprint.</summary>
    private async Task<ServiceDatabaseDescriptor[]> StaleAsync(NpgsqlConnection connection, ServiceDatabaseDescriptor[] wanted, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select datname, shobj_description(oid, 'pg_database') from pg_database where datname = any($1)", connection);
        command.Parameters.AddWithValue(wanted.Select(d => databases.Address(d.Service).Name).ToArray());
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            found[reader.GetString(0)] = reader.IsDBNull(1) ? null : reader.GetString(1);
        return wanted.Where(d => found.GetValueOrDefault(databases.Address(d.Service).Name) != Fingerprint(d)).ToArray();
    }

    /// <summary>Migrates one existing database, up to <paramref name="migration"/> and <paramref name="script"/> when they are named.</summary>
    private async Task UpgradeAsync(ServiceDatabaseDescriptor descriptor, string? migration, int script, CancellationToken ct)
    {
        var database = databases.Address(descriptor.Service);
        await using var connection = await AdminConnection.OpenAsync(database.AdminConnectionString, ct);
        await messaging.ApplyAsync(connection, script, ct);

        var applied = await MigrationHistory.ReadAsync(connection, ct);
        if (descriptor.MigrationIds.Except(applied, StringComparer.Ordinal).Any())
        {
            await using var context = descriptor.Open(connection.ConnectionString);
            await context.Database.GetService<IMigrator>().MigrateAsync(migration, ct);
            KillSwitch.Pass(KillPoint.Migration);
        }

        await DatabaseRights.GrantAsync(connection, database, ct);
        var isNewer = applied.Except(descriptor.MigrationIds, StringComparer.Ordinal).Any();
        if (isNewer)
            logger.LogWarning("The database of {Service} was migrated by a newer Waymark; it is used as it is.", descriptor.Service);
        else if (migration is null)
            await connection.RunAsync($"comment on database {DatabaseRights.Quote(database.Name)} is '{Fingerprint(descriptor)}'", ct);
    }

    private string Fingerprint(ServiceDatabaseDescriptor descriptor)
    {
        var state = new StringBuilder()
            .Append(RightsRevision).Append('\n')
            .AppendJoin(',', descriptor.MigrationIds).Append('\n')
            .AppendJoin(',', messaging.Scripts.Select(s => s.Name)).Append('\n')
            // A new master key gives the role a new password.
            .Append(databases.Address(descriptor.Service).ConnectionString);
        return FingerprintPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state.ToString())));
    }
}
