using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Views;

public sealed class GetTaskRollUpTests(Team team, WaymarkApi api) : IClassFixture<Team>
{
    [Fact]
    public async Task A_roll_up_counts_all_levels_but_neither_cancelled_nor_deleted_tasks_and_names_what_lies_outside()
    {
        var top = await team.TaskAsync(new { estimateMinutes = 60, startAt = "2026-03-02", dueAt = "2026-03-10" });
        var middle = await AddAsync(top, new { estimateMinutes = 30, status = "cancelled", startAt = "2026-01-01" });
        var low = await AddAsync(middle, new { estimateMinutes = 120, status = "done", startAt = "2026-02-27T09:30:00Z", dueAt = "2026-03-31" });
        await AddAsync(low, new { title = "Late", estimateMinutes = 15, dueAt = "2026-03-20" });
        await AddAsync(low, new { title = "Early", startAt = "2026-03-01" });
        await AddAsync(low, new { title = "Within", startAt = "2026-03-02", dueAt = "2026-03-10" });
        var gone = await AddAsync(top, new { estimateMinutes = 1_000, dueAt = "2030-01-01" });
        await AddAsync(gone, new { estimateMinutes = 1_000 });
        await team.Contributor.DeleteAsync($"/api/tasks/{gone.Id()}").JsonAsync(HttpStatusCode.NoContent);

        var rollUp = await team.Viewer.ReadAsync($"/api/tasks/{top.Id()}/roll-up");
        Assert.Equal((1, 4, 25), ProgressOf(rollUp));
        Assert.Equal((195, 120, 60, 3), (rollUp.Number("estimateMinutes"), rollUp.Number("completedEstimateMinutes"), rollUp.Number("ownEstimateMinutes"), rollUp.Number("levels")));
        Assert.Equal(("2026-02-27T09:30:00Z", "2026-03-31"), (rollUp.Text("earliestStart"), rollUp.Text("latestDue")));
        Assert.Equal(["Late", "Early"], rollUp.GetProperty("outlying").EnumerateArray().Select(t => t.Text("title")));
        Assert.Equal((2, true), (rollUp.Number("outlyingCount"), rollUp.GetProperty("isWhole").GetBoolean()));
        Assert.Equal(rollUp.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{top.Text("key")}/roll-up")).GetRawText());

        await team.Stranger.GetAsync($"/api/tasks/{top.Id()}/roll-up").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync($"/api/tasks/{gone.Id()}/roll-up").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_task_alone_comes_to_itself_and_a_tree_is_counted_as_far_as_the_limit()
    {
        var task = await team.TaskAsync();
        var alone = await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/roll-up");
        Assert.Equal((0, 0, 0), ProgressOf(alone));
        Assert.True(alone.IsNull("ownEstimateMinutes") && alone.IsNull("earliestStart") && alone.IsNull("latestDue"));

        // A chain, each task below the one before.
        Assert.Equal(10_500, await api.QueryAsync<long>(
            "tasks",
            $"""
            with planted as (
                insert into task select (jsonb_populate_record(t, jsonb_build_object('id', md5(n::text || t.id)::uuid, 'number', 1000 + n, 'rank', 'zz' || n, 'estimate_minutes', 1,
                    'parent_id', case when n = 1 then t.id else md5((n - 1)::text || t.id)::uuid end))).*
                from task t, generate_series(1, 10500) n where t.id = '{task.Id()}' returning 1)
            select count(*) from planted
            """));
        var deep = await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}/roll-up");
        Assert.Equal((10_000, 10_000), (ProgressOf(deep).Total, deep.Number("estimateMinutes")));
        Assert.False(deep.GetProperty("isWhole").GetBoolean());
    }

    private static (int Done, int Total, int Percent) ProgressOf(JsonElement rollUp)
    {
        var progress = rollUp.GetProperty("progress");
        return (progress.Number("done"), progress.Number("total"), progress.Number("percent"));
    }

    private async Task<JsonElement> AddAsync(JsonElement parent, object members)
    {
        var body = JsonSerializer.SerializeToNode(members)!.AsObject();
        body["parentId"] = parent.Id().ToString();
        return await team.TaskAsync(body);
    }
}
