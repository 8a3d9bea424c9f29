using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Services.Tests.Given;
using Waymark.Tasks.Data;
using Waymark.Tasks.Model;

namespace Waymark.Services.Tests.Tasks.History;

/// <summary>
/// Whatever happens to a task: its stream replays to its row, any moment reads as it was then, and a change undone leaves no
/// trace but its history. The seed of a failing run stands in the name of the test.
/// </summary>
public sealed class ReplayTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    private const int Changes = 25;

    public static TheoryData<int> Seeds => [1, Random.Shared.Next()];

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public async Task Any_history_replays_reads_back_and_is_undone(int seed)
    {
        var random = new Random(seed);
        var (project, _) = await team.NewProjectAsync();
        var milestone = (await team.Manager.PostAsync($"/api/projects/{project}/milestones", new { name = "Go-live" }).JsonAsync(HttpStatusCode.Created)).Id();
        await team.Manager.PostAsync($"/api/projects/{project}/custom-fields", new { name = "Cost", type = "number" }).JsonAsync(HttpStatusCode.Created);
        var others = new[] { (await team.TaskAsync(projectId: project)).Id(), (await team.TaskAsync(projectId: project)).Id() };
        var now = await team.TaskAsync(new { title = $"Seed {seed}", description = "first", labels = new[] { "one" } }, project);
        var path = $"/api/tasks/{now.Id()}";
        var seen = new List<JsonElement> { now };

        for (var i = 0; i < Changes; i++)
        {
            var (method, target, body) = Change(random, path, others, milestone);
            using var answer = await team.Contributor.SendAsync(method, target, body);
            Assert.True(answer.IsSuccessStatusCode, $"seed {seed}, change {i}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            var (before, isDeleted) = (now, method == HttpMethod.Delete);
            now = isDeleted ? before : await answer.JsonAsync();
            if (!isDeleted && now.Version() == before.Version())
            {
                continue;
            }

            // What is deleted comes back at once, so that the next change finds it.
            if (isDeleted || random.Next(3) == 0)
            {
                now = await UndoAsync(answer, before, isDeleted ? null : now, $"seed {seed}, change {i}: {target} {body}");
            }

            seen.Add(now);
        }

        foreach (var then in seen)
        {
            Assert.Equal(Bare(then), Bare(await team.Viewer.ReadAsync($"{path}?asOf={Uri.EscapeDataString(then.Text("updatedAt"))}")));
        }

        await AssertStreamReplaysToRowAsync(now.Id());
    }

    private static (HttpMethod Method, string Path, object? Body) Change(Random random, string path, Guid[] others, Guid milestone) => random.Next(18) switch
    {
        0 => (HttpMethod.Patch, path, new { title = "Title " + random.Next(3) }),
        1 => (HttpMethod.Patch, path, new { description = random.Next(2) == 0 ? "" : new string('d', random.Next(1, 2000)) }),
        2 => (HttpMethod.Patch, path, new { priority = Pick(random, "none", "low", "urgent"), difficulty = random.Next(3) == 0 ? null : (int?)random.Next(1, 11) }),
        3 => (HttpMethod.Patch, path, new { dueAt = Pick(random, null, "2026-03-29", "2026-12-24", "2026-12-24T18:00:00Z"), startAt = Pick(random, null, "2026-01-01"), deadlineAt = Pick(random, null, "2026-03-28", "2026-12-24T17:00:00Z") }),
        4 => (HttpMethod.Patch, path, new { labels = Some(random, "one", "Two", "Três", "vier") }),
        5 => (HttpMethod.Patch, path, new { parentId = random.Next(2) == 0 ? null : (Guid?)others[random.Next(2)] }),
        6 => (HttpMethod.Put, path, new { title = "Put " + random.Next(3), status = Pick(random, "todo", "done"), estimateMinutes = random.Next(100), durationMinutes = random.Next(100) }),
        7 or 8 => (HttpMethod.Patch, $"{path}/status", new { status = Pick(random, "backlog", "todo", "in_progress", "done", "cancelled") }),
        9 => (HttpMethod.Post, $"{path}/move", new { status = Pick(random, "todo", "in_review"), afterId = others[random.Next(2)] }),
        10 => (HttpMethod.Post, $"{path}/move", new { beforeId = others[random.Next(2)] }),
        11 => (HttpMethod.Patch, path, new { milestoneId = random.Next(3) == 0 ? null : (Guid?)milestone }),
        12 => (HttpMethod.Patch, path, new { steps = Some(random, "Knead", "Rest", "Bake").Select(title => new { title, done = random.Next(2) == 0, dueAt = Pick(random, null, "2026-03-29") }) }),
        13 => (HttpMethod.Patch, path, new { customFields = new { Cost = random.Next(3) == 0 ? null : (int?)random.Next(5) } }),
        14 => (HttpMethod.Patch, path, new { watcherIds = Array.Empty<Guid>() }),
        15 => (HttpMethod.Patch, path, new { recurrence = random.Next(3) == 0 ? null : new { rule = "FREQ=WEEKLY;UNTIL=20260101" } }),
        16 => (HttpMethod.Patch, path, new { type = Pick(random, "task", "bug", "feature") }),
        _ => (HttpMethod.Delete, path, null),
    };

    private static string? Pick(Random random, params string?[] values) => values[random.Next(values.Length)];

    private static string[] Some(Random random, params string[] values) => [.. values.Where(_ => random.Next(2) == 0)];

    /// <summary>Undoes a change, and the undo of it, and the undo of that: back, forth, and back again.</summary>
    private async Task<JsonElement> UndoAsync(HttpResponseMessage change, JsonElement before, JsonElement? after, string what)
    {
        using var undo = await team.Contributor.PostAsync($"/api/changes/{ChangeOf(change)}/undo");
        var undone = await OnlyTaskAsync(undo);
        Assert.True(State(before) == State(undone), $"{what}\n{State(before)}\n{State(undone)}");
        if (after is not { } changed)
        {
            return undone;
        }

        using var redo = await team.Contributor.PostAsync($"/api/changes/{ChangeOf(undo)}/undo");
        var redone = await OnlyTaskAsync(redo);
        Assert.True(State(changed) == State(redone), $"{what}\n{State(changed)}\n{State(redone)}");
        using var last = await team.Contributor.PostAsync($"/api/changes/{ChangeOf(redo)}/undo");
        return await OnlyTaskAsync(last);
    }

    private async Task AssertStreamReplaysToRowAsync(Guid taskId)
    {
        await using var scope = api.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TasksDbContext>();
        var row = await db.Tasks.AsNoTracking().SingleAsync(t => t.Id == taskId);
        var events = await db.Stream.AsNoTracking().Where(e => e.StreamId == taskId).OrderBy(e => e.Version).ToListAsync();
        var replayed = new TaskItem { Id = row.Id, ProjectId = row.ProjectId, WorkspaceId = row.WorkspaceId };
        events.ForEach(replayed.Apply);

        Assert.Equal(Enumerable.Range(1, events.Count).Select(v => (long)v), events.Select(e => e.Version));
        Assert.Empty(TaskFields.Table.Differing(row, replayed).Select(f => f.Name));
        Assert.Equal((row.Version, row.CreatedAt, row.UpdatedAt), (replayed.Version, replayed.CreatedAt, replayed.UpdatedAt));
    }

    private static string ChangeOf(HttpResponseMessage answer) => answer.Headers.GetValues("X-Change-Id").Single();

    private static async Task<JsonElement> OnlyTaskAsync(HttpResponseMessage undo) =>
        Assert.Single((await undo.JsonAsync(HttpStatusCode.OK)).GetProperty("tasks").EnumerateArray());

    /// <summary>A task without what every change moves on.</summary>
    private static string State(JsonElement task) => Without(task, "version", "updatedAt");

    /// <summary>A task without its counters, which stand outside its stream.</summary>
    private static string Bare(JsonElement task) => Without(task, "commentCount", "subtaskCount", "subtaskDoneCount");

    private static string Without(JsonElement task, params string[] members)
    {
        var json = JsonNode.Parse(task.GetRawText())!.AsObject();
        foreach (var member in members)
        {
            json.Remove(member);
        }

        return json.ToJsonString();
    }
}
