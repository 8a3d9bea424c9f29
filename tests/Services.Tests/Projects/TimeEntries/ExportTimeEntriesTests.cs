using System.Net;
using System.Text;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.TimeEntries;

public sealed class ExportTimeEntriesTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task The_period_is_written_as_a_table_that_is_no_program()
    {
        var project = await places.TeamProjectAsync();
        await places.Owner.PostAsync($"{project}/rates", new { amount = 9_000, currency = "EUR", validFrom = "2026-01-01" }).JsonAsync(HttpStatusCode.Created);
        foreach (var (date, note) in new[] { ("2026-03-01", "Before"), ("2026-03-03", "=1+1"), ("2026-03-02", "Bread, \"rolls\"\nand tea") })
        {
            await places.Contributor.PostAsync($"{project}/time-entries", new { minutes = 30, date, note, billable = true }).JsonAsync(HttpStatusCode.Created);
        }

        using var answer = await places.Manager.GetAsync($"{project}/time-entries/export?from=2026-03-02&to=2026-03-03");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Encoding.UTF8.GetPreamble(), (await answer.Content.ReadAsByteArrayAsync())[..3]);
        var text = await answer.Content.ReadAsStringAsync();
        var cem = $"\"Cem\",\"{places.Contributor.Id}\",\"\"";
        Assert.StartsWith(
            $"\"date\",\"person\",\"userId\",\"taskId\",\"minutes\",\"note\",\"billable\",\"amount\",\"currency\",\"id\"\r\n\"2026-03-02\",{cem},\"30\",\"Bread, \"\"rolls\"\"\nand tea\",\"true\",\"4500\",\"EUR\",",
            text, StringComparison.Ordinal);
        Assert.Contains($"\r\n\"2026-03-03\",{cem},\"30\",\"'=1+1\",\"true\",\"4500\",\"EUR\",", text, StringComparison.Ordinal);
        await places.Contributor.GetAsync($"{project}/time-entries/export").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.GetAsync($"{project}/time-entries/export").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
