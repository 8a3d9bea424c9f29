using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Waymark.Platform.Data;

namespace Waymark.Services.Tests.Given;

/// <summary>The database of the activity record, from inside: as the service and as an administrator who breaks in.</summary>
internal sealed class ActivityRecord(WaymarkApi api)
{
    private const string Service = "activitylog";

    /// <summary>An event that stands sealed in the record.</summary>
    public async Task<Guid> SealedEntryAsync()
    {
        var project = await GivenProject.CreateAsync(api);
        var entry = await Eventually.GetAsync(
            () => api.QueryAsync<Guid>(Service, $"select coalesce((select id from activity_entry where project_id = '{project.Id}'), '{Guid.Empty}')"),
            id => id != Guid.Empty);
        await Eventually.GetAsync(() => api.QueryAsync<long>(Service, $"select count(*) from seal where '{entry}' = any(entry_ids)"), seals => seals == 1);
        return entry;
    }

    /// <summary>Runs a statement with the rights of the service.</summary>
    public async Task RunAsync(string sql)
    {
        await using var command = api.Services.GetRequiredService<ServiceDatabases>().Api(Service).CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs a statement as the administrator; triggers sleep when asked to, which is what a break-in looks like.</summary>
    public async Task RunAsAdministratorAsync(string sql, bool withoutTriggers)
    {
        var database = new NpgsqlConnectionStringBuilder(api.Services.GetRequiredService<ServiceDatabases>().Api(Service).ConnectionString).Database;
        var settings = new NpgsqlConnectionStringBuilder(await api.Postgres.AdminConnectionStringAsync()) { Database = database };
        await using var connection = await AdminConnection.OpenAsync(settings.ConnectionString, CancellationToken.None);
        await connection.RunAsync((withoutTriggers ? "set session_replication_role = replica; " : "") + sql, CancellationToken.None);
    }
}
