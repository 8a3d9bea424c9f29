using Npgsql;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.ActivityLog.Data;

public sealed class AppendOnlyTests(WaymarkApi api)
{
    [Theory]
    [InlineData("update activity_entry set type = 'x' where id = '{0}'")]
    [InlineData("delete from activity_entry where id = '{0}'")]
    [InlineData("truncate activity_entry")]
    [InlineData("update seal set at = now() where '{0}' = any(entry_ids)")]
    [InlineData("delete from seal where '{0}' = any(entry_ids)")]
    [InlineData("truncate seal")]
    public async Task The_database_refuses_every_change_of_the_record_whoever_asks(string statement)
    {
        var record = new ActivityRecord(api);
        var sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, await record.SealedEntryAsync());

        var asService = await Assert.ThrowsAsync<PostgresException>(() => record.RunAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, asService.SqlState);
        var asAdministrator = await Assert.ThrowsAsync<PostgresException>(() => record.RunAsAdministratorAsync(sql, withoutTriggers: false));
        Assert.Equal("The activity record is append-only.", asAdministrator.MessageText);
    }
}
