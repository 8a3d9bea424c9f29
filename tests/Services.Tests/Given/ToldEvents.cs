namespace Waymark.Services.Tests.Given;

/// <summary>What a change told the other services. The activity log hears everything, so it is asked.</summary>
internal static class ToldEvents
{
    /// <summary>Waits until the events of a key are at least as many as these, and compares them in their order.</summary>
    public static async Task ToldAsync(this WaymarkApi api, string key, params string[] types)
    {
        var heard = await Eventually.GetAsync(
            () => api.QueryAsync<string>(
                "activitylog", $"select coalesce(string_agg(type, ' ' order by key_version), '') from activity_entry where partition_key = '{key}'"),
            told => told.Split(' ').Length >= types.Length && told.Length > 0);
        Assert.Equal(string.Join(' ', types), heard);
    }
}
