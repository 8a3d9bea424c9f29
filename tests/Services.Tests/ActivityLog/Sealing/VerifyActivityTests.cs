using System.Globalization;
using System.Net;
using System.Text.Json;
using Waymark.Contracts.Identity;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.ActivityLog.Sealing;

/// <summary>
/// What is tampered with is put back at once. These tests alone read the verdict over the whole record, and tests of one
/// class follow each other.
/// </summary>
public sealed class VerifyActivityTests(WaymarkApi api)
{
    private readonly ActivityRecord _record = new(api);

    [Fact]
    public async Task The_record_is_intact_and_counts_add_up()
    {
        await _record.SealedEntryAsync();
        var verdict = await VerifyAsync();
        Assert.True(verdict.GetProperty("isIntact").GetBoolean(), verdict.GetRawText());
        Assert.True(verdict.GetProperty("entries").GetInt64() >= 1 && verdict.GetProperty("seals").GetInt64() >= 1, verdict.GetRawText());
        Assert.Matches("^[0-9a-f]{64}$", verdict.Text("head"));
    }

    [Theory]
    [InlineData("update activity_entry set actor_id = null where id = '{0}'", "entry_changed")]
    [InlineData("update activity_entry set at = at + interval '1 s' where id = '{0}'", "entry_changed")]
    [InlineData("update activity_entry set type = 'project.deleted' where id = '{0}'", "entry_changed")]
    [InlineData("update activity_entry set payload = payload || '\\x00' where id = '{0}'", "entry_changed")]
    [InlineData("delete from activity_entry where id = '{0}'", "entry_missing")]
    public async Task A_tampered_entry_is_found(string tampering, string reason)
    {
        var entry = await _record.SealedEntryAsync();
        var fault = await FaultOfAsync(tampering, "activity_entry", $"id = '{entry}'", entry);
        Assert.Equal((reason, entry), (fault.Text("reason"), fault.GetProperty("entryId").GetGuid()));
    }

    [Theory]
    [InlineData("update seal set at = at + interval '1 s' where '{0}' = any(entry_ids)", "seal_changed")]
    [InlineData("update seal set prev_hash = hash where '{0}' = any(entry_ids)", "seal_changed")]
    [InlineData("delete from seal where '{0}' = any(entry_ids)", "seal_missing")]
    public async Task A_tampered_block_is_found(string tampering, string reason)
    {
        var entry = await _record.SealedEntryAsync();
        // A block behind it, because nothing can tell of the last one's absence from inside.
        await _record.SealedEntryAsync();
        var seal = await api.QueryAsync<long>("activitylog", $"select seq from seal where '{entry}' = any(entry_ids)");
        var fault = await FaultOfAsync(tampering, "seal", $"seq = {seal}", entry);
        Assert.Equal((reason, seal), (fault.Text("reason"), fault.GetProperty("seal").GetInt64()));
    }

    [Fact]
    public async Task Only_those_who_run_the_installation_may_ask()
    {
        await api.Someone().GetAsync("/api/activity/verify").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var anonymous = api.Anonymous();
        await anonymous.GetAsync("/api/activity/verify").RefusedAsync(HttpStatusCode.Unauthorized, "invalid_token");
    }

    /// <summary>Tampers with a row behind the triggers' back, asks, and puts the row back as it was.</summary>
    private async Task<JsonElement> FaultOfAsync(string tampering, string table, string row, Guid entry)
    {
        var kept = $"kept_{Guid.CreateVersion7():N}";
        await _record.RunAsAdministratorAsync(
            $"create table {kept} as select * from {table} where {row}; {string.Format(CultureInfo.InvariantCulture, tampering, entry)}", withoutTriggers: true);
        try
        {
            var verdict = await VerifyAsync();
            Assert.False(verdict.GetProperty("isIntact").GetBoolean(), verdict.GetRawText());
            return verdict.GetProperty("fault");
        }
        finally
        {
            await _record.RunAsAdministratorAsync($"delete from {table} where {row}; insert into {table} select * from {kept}; drop table {kept}", withoutTriggers: true);
            Assert.True((await VerifyAsync()).GetProperty("isIntact").GetBoolean());
        }
    }

    private async Task<JsonElement> VerifyAsync()
    {
        using var administrator = api.As(Guid.CreateVersion7(), PlatformRoles.Administrator);
        return await administrator.ReadAsync("/api/activity/verify");
    }
}
