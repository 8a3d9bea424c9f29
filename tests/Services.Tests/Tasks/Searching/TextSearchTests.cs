using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Services.Tests.Given;
using Waymark.Tasks.Searching;

namespace Waymark.Services.Tests.Tasks.Searching;

/// <summary>Searches in a project that is too large to be looked through: among its first tasks, what is indexed and what is not yet.</summary>
public sealed class TextSearchTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    private static readonly string[] Sorts =
        ["createdAt", "updatedAt", "startAt", "dueAt", "completedAt", "priority", "difficulty", "number", "title", "status", "rank"];

    [Fact]
    public async Task Every_order_filter_and_query_finds_what_it_would_without_an_index()
    {
        var (project, key) = await team.NewProjectAsync();
        var first = await AddAsync(project, "A Quince tart", new { dueAt = "2026-05-02", priority = "low" });
        await GrowAsync(project, 1_000);
        var kept = await AddAsync(project, "Bread", new { description = "With QUINCE and \u0130stanbul's salt", dueAt = "2026-05-01", status = "done" });
        var changed = await AddAsync(project, "Quince jelly");
        var deleted = await AddAsync(project, "Quince jam");
        var (other, _) = await team.NewProjectAsync();
        var elsewhere = await AddAsync(other, "Quince elsewhere");
        await IndexAsync();
        var late = await AddAsync(project, "quince late", new { priority = "high" });
        await team.Contributor.PatchAsync($"/api/tasks/{changed}", new { title = "Plum jelly" }).JsonAsync(HttpStatusCode.OK);
        await team.Contributor.DeleteAsync($"/api/tasks/{deleted}").JsonAsync(HttpStatusCode.NoContent);
        await DemandAsync();
        await IndexAsync();
        await DemandAsync();

        async Task DemandAsync()
        {
            foreach (var sort in Sorts.SelectMany(s => (string[])[s, "-" + s]))
            {
                var order = await FindAsync($"projectId={project}&sort={sort}");
                Assert.Equal(order.Where(t => t != changed), await FindAsync($"projectId={project}&sort={sort}&q=quince"));
            }

            foreach (var (parameters, expected) in ((string, Guid[])[])
            [
                ("q=LUM JEL", [changed]), ("q=stanbul", [kept]), ("q=zeppelin", []), ("q=quince&status=done", [kept]), ("q=quince&parentId=none&priority=high", [late]),
                ($"q={key}-1001", [kept]), ("q=-1001", [kept]), ("q=1001", [kept]), ($"q={key[1..]}-100", [kept, changed, late]), ("q=-1", [first, kept, changed, late]),
                ($"q={key}", [first, kept, changed, late]), ($"q={key}-", [first, kept, changed, late]), ("q=in", [first, kept, late]),
                ("q=quince&limit=1&sort=number", [first]), ("q=quince&limit=2&sort=dueAt", [kept, first]),
                ("query=text ~ quince order by due", [kept, first, late]), ("query=quince late", [late]), ("query=title ~ quince order by number", [first, late]),
                ("query=description ~ quince and priority = none", [kept]), ($"query=text ~ \"{key}-1001\" and text ~ \"salt\"", [kept]),
                ("query=text ~ quince and not title ~ late order by priority desc", [first, kept]), ("query=bread&q=quince", [kept]),
            ])
            {
                var found = await FindAsync($"projectId={project}&{parameters}");
                Assert.Equal(expected.Order(), found.Order());
                if (!parameters.Contains("limit", StringComparison.Ordinal))
                {
                    var counted = await team.Viewer.ReadAsync($"/api/tasks/count?projectId={project}&{parameters}");
                    Assert.Equal((parameters, expected.Length), (parameters, counted.GetProperty("count").GetInt32()));
                }

                Assert.True(!parameters.Contains("order by", StringComparison.Ordinal) || expected.SequenceEqual(found), parameters);
            }

            Assert.Equal(((Guid[])[first, kept, late, elsewhere]).Order(), (await FindAsync("q=quince")).Order());
            Assert.Equal(((Guid[])[first, kept, late, elsewhere]).Order(), (await FindAsync($"q=quince&projectId={other},{project}")).Order());
            Assert.Empty((await team.Stranger.ReadAsync($"/api/tasks?projectId={project}&q=quince")).Items());
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_whether_the_list_or_the_index_brings_them()
    {
        var (project, _) = await team.NewProjectAsync();
        await AddAsync(project, "Walnut");
        await GrowAsync(project, 998);
        for (var i = 0; i < 40; i++)
        {
            // At first every task has the word, then one in thirteen.
            await AddAsync(project, i < 8 || i % 13 == 0 ? "Walnut" : "Hazel", i % 3 == 0 ? new { } : new { dueAt = $"2026-05-{(i % 7) + 1:00}" });
        }

        await IndexAsync();
        foreach (var sort in (string[])["createdAt", "-createdAt", "dueAt", "-dueAt", "-updatedAt"])
        {
            var all = await FindAsync($"projectId={project}&sort={sort}&limit=200&q=walnut");
            Assert.Equal(12, all.Count);
            var (found, cursor) = (new List<Guid>(), default(string?));
            do
            {
                var page = await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&sort={sort}&limit=2&q=walnut{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
                found.AddRange(page.Items().Select(t => t.Id()));
                cursor = page.Text("nextCursor");
            }
            while (cursor is not null);

            Assert.Equal(all, found);
        }
    }

    /// <summary>As if so many tasks had been made.</summary>
    private Task GrowAsync(Guid project, int count) =>
        api.QueryAsync<int>("tasks", $"update project_counter set last_number = {count} where project_id = '{project}' returning 1");

    private Task IndexAsync() => api.Services.GetRequiredService<IndexTexts>().IndexAsync(restsPerBatch: 0, TestContext.Current.CancellationToken);

    private async Task<Guid> AddAsync(Guid projectId, string title, object? members = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(members ?? new { })!.AsObject();
        body["title"] = title;
        return (await team.TaskAsync(body, projectId)).Id();
    }

    private async Task<List<Guid>> FindAsync(string parameters) =>
        [.. (await team.Viewer.ReadAsync($"/api/tasks?{parameters}")).Items().Select(t => t.Id())];
}
