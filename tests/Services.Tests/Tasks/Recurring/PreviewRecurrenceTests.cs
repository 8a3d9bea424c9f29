using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Recurring;

public sealed class PreviewRecurrenceTests(Team team) : IClassFixture<Team>
{
    private const string Path = "/api/tasks/recurrence/preview";

    [Fact]
    public async Task The_next_ten_instants_keep_the_time_on_the_wall()
    {
        var occurrences = await PreviewAsync(new { rule = "FREQ=DAILY;INTERVAL=2", start = "2026-03-27T08:00:00Z", timeZone = "Europe/Berlin" });
        Assert.Equal(10, occurrences.Count);
        Assert.Equal(["2026-03-27T08:00:00Z", "2026-03-29T07:00:00Z"], occurrences.Take(2));
    }

    [Fact]
    public async Task A_date_begins_in_the_named_zone_and_counts_only_when_the_rule_matches_it()
    {
        var body = new { rule = "FREQ=WEEKLY;BYDAY=MO", start = "2026-03-01", timeZone = "Europe/Berlin", count = 5 };
        Assert.Equal(["2026-03-01T23:00:00Z", "2026-03-08T23:00:00Z", "2026-03-15T23:00:00Z", "2026-03-22T23:00:00Z", "2026-03-29T22:00:00Z"], await PreviewAsync(body));
    }

    [Fact]
    public async Task A_series_may_be_shorter_than_asked_for_or_empty()
    {
        Assert.Equal(["2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"], await PreviewAsync(new { rule = "FREQ=DAILY;COUNT=2", start = "2026-03-01", count = 366 }));
        Assert.Empty(await PreviewAsync(new { rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", start = "2026-03-01" }));
    }

    [Theory]
    [InlineData("FREQ=DAILY;BYMONTH=13", "2026-03-01", 19)]
    [InlineData("FREQ=MINUTELY", "2026-03-01T08:00:00Z", 5)]
    [InlineData("FREQ=DAILY;BYHOUR=9", "2026-03-01", 11)]
    public async Task A_bad_rule_is_named_with_its_place(string rule, string start, int position)
    {
        var problem = await team.Viewer.PostAsync(Path, new { rule, start }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Equal(position, problem.Number("position"));
        Assert.StartsWith($"At position {position}: ", problem.GetProperty("errors").GetProperty("rule")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"start": "2026-03-01"}""", "rule")]
    [InlineData("""{"rule": "FREQ=DAILY"}""", "start")]
    [InlineData("""{"rule": "FREQ=DAILY", "start": "tomorrow"}""", "start")]
    [InlineData("""{"rule": "FREQ=DAILY", "start": "2026-03-01", "timeZone": "Mars/Base"}""", "timeZone")]
    [InlineData("""{"rule": "FREQ=DAILY", "start": "2026-03-01", "count": 0}""", "count")]
    [InlineData("""{"rule": "FREQ=DAILY", "start": "2026-03-01", "count": 367}""", "count")]
    public async Task Other_faults_are_named_by_their_field(string body, string field)
    {
        var problem = await team.Viewer.PostAsync(Path, JsonSerializer.Deserialize<JsonElement>(body)).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.Contains(field, problem.GetProperty("errors").Names());
    }

    private async Task<List<string>> PreviewAsync(object body) =>
        [.. (await team.Viewer.PostAsync(Path, body).JsonAsync(HttpStatusCode.OK)).GetProperty("occurrences").EnumerateArray().Select(o => o.GetString()!)];
}
