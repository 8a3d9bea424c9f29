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
/// Whatever is done to the tasks of a project, one by one or many at once: undone backwards, each undo brings back exactly what was
/// there before; the board of any moment is the one that a reader saw; every stream replays to its row. The seed of a failing run
/// stands in the name of the test.
/// </summary>
public sealed class UndoPropertyTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    private const int Commands = 18;

    public static TheoryData<int> Seeds => [1, Random.Shared.Next()];

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public async Task Any_sequence_of_changes_is_undone_step_by_step(int seed)
    {
        var random = new Random(seed);
        var (project, _) = await team.NewProjectAsync();
        for (var i = 0; i < 4; i++)
        {
            await team.TaskAsync(new { title = $"Seed {seed}, task {i}", labels = new[] { "one" } }, project);
        }

        var clock = api.Services.GetRequiredService<TimeProvider>();
        var start = clock.GetUtcNow();
        var done = new Stack<(string Change, string Before, string What)>();
        var seen = new List<(DateTimeOffset At, string Board)>();
        var now = await StateAsync(project);
        for (var i = 0; i < Commands; i++)
        {
            var (method, path, body) = Command(random, [.. (await TasksAsync(project)).Select(t => t.Id())], project, start);
            using var answer = await team.Contributor.SendAsync(method, path, body);
            var what = $"seed {seed}, command {i}: {method} {path} {JsonSerializer.Serialize(body)}";
            Assert.True(answer.IsSuccessStatusCode || IsRefusal(answer.StatusCode, path), $"{what}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            var after = await StateAsync(project);
            if (after != now)
            {
                Assert.True(answer.Headers.TryGetValues("X-Change-Id", out var change), $"{what}: {(int)answer.StatusCode}\n{now}\n{after}");
                done.Push((change.Single(), now, what));
                now = after;
            }

            seen.Add((clock.GetUtcNow(), await BoardAsync(project, "")));
        }

        while (done.TryPop(out var step))
        {
            using var undo = await team.Contributor.PostAsync($"/api/changes/{step.Change}/undo");
            Assert.True(undo.IsSuccessStatusCode, $"{step.What}: {await undo.Content.ReadAsStringAsync()}");
            Assert.True(step.Before == await StateAsync(project), $"{step.What}\n{step.Before}\n{await StateAsync(project)}");
        }

        foreach (var (at, board) in seen)
        {
            Assert.Equal(board, await BoardAsync(project, $"?asOf={Uri.EscapeDataString(at.ToString("O"))}"));
        }

        await AssertStreamsReplayToRowsAsync(project);
    }

    private static (HttpMethod Method, string Path, object? Body) Command(Random random, Guid[] tasks, Guid project, DateTimeOffset start)
    {
        if (tasks.Length < 2)
        {
            return (HttpMethod.Post, "/api/tasks", new { projectId = project, title = "Another" });
        }

        var (task, other) = (tasks[random.Next(tasks.Length)], tasks[random.Next(tasks.Length)]);
        Guid[] some = [.. tasks.Where(_ => random.Next(2) == 0).Append(task)];
        return random.Next(12) switch
        {
            0 => (HttpMethod.Patch, $"/api/tasks/{task}", new { title = "Title " + random.Next(3), description = new string('d', random.Next(500)) }),
            1 => (HttpMethod.Patch, $"/api/tasks/{task}/status", new { status = Pick(random, "todo", "in_progress", "done") }),
            2 => (HttpMethod.Post, $"/api/tasks/{task}/move", new { afterId = other }),
            3 => (HttpMethod.Post, "/api/tasks/bulk", new { ids = some, changes = new { status = Pick(random, "done", "todo"), addLabels = new[] { Pick(random, "two", "three") } } }),
            4 => (HttpMethod.Post, "/api/tasks/bulk", new { ids = some, changes = new { priority = Pick(random, "low", "high"), removeLabels = new[] { "one" }, moveToEnd = true } }),
            5 => (HttpMethod.Post, "/api/tasks/bulk", new { ids = some.Except([other]).Append(task), changes = new { parentId = other } }),
            6 => (HttpMethod.Post, "/api/tasks/bulk", new { ids = some, changes = new { parentId = (Guid?)null }, atomic = false }),
            7 => (HttpMethod.Post, "/api/tasks/bulk", new { ids = new[] { task }, changes = new { delete = true } }),
            8 => (HttpMethod.Post, $"/api/tasks/{task}/restore", new { asOf = start }),
            9 => (HttpMethod.Post, $"/api/tasks/{task}/restore", new { asOf = start, fields = new[] { "status", "labels" } }),
            10 => (HttpMethod.Post, $"/api/tasks/{task}/duplicate", new { subtasks = random.Next(2) == 0 }),
            _ => (HttpMethod.Patch, $"/api/tasks/{task}", new { dueAt = Pick(random, null, "2026-12-24", "2026-12-24T18:00:00Z"), priority = "urgent" }),
        };
    }

    /// <summary>Nothing can be restored to a moment at which it did not exist yet.</summary>
    private static bool IsRefusal(HttpStatusCode status, string path) => status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity
        || (status == HttpStatusCode.NotFound && path.EndsWith("/restore", StringComparison.Ordinal));

    private static string? Pick(Random random, params string?[] values) => values[random.Next(values.Length)];

    private async Task<IReadOnlyList<JsonElement>> TasksAsync(Guid project) =>
        (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&sort=rank&fields=description&limit=200")).Items();

    private async Task<string> StateAsync(Guid project) => string.Join('\n', (await TasksAsync(project)).Select(t => Without(t, "version", "updatedAt")));

    private async Task<string> BoardAsync(Guid project, string query) => string.Join('\n',
        from column in (await team.Viewer.ReadAsync($"/api/projects/{project}/board{query}")).GetProperty("columns").EnumerateArray()
        from task in column.GetProperty("tasks").EnumerateArray()
        select Without(task, "progress", "subtaskCount", "subtaskDoneCount", "commentCount"));

    private static string Without(JsonElement task, params string[] members)
    {
        var json = JsonNode.Parse(task.GetRawText())!.AsObject();
        Array.ForEach(members, member => json.Remove(member));
        return json.ToJsonString();
    }

    private async Task AssertStreamsReplayToRowsAsync(Guid project)
    {
        await using var scope = api.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TasksDbContext>();
        foreach (var row in await db.Tasks.Where(t => t.ProjectId == project).ToListAsync())
        {
            var replayed = new TaskItem { Id = row.Id, ProjectId = row.ProjectId, WorkspaceId = row.WorkspaceId };
            (await db.Stream.AsNoTracking().Where(e => e.StreamId == row.Id).OrderBy(e => e.Version).ToListAsync()).ForEach(replayed.Apply);
            Assert.Empty(TaskFields.Table.Differing(row, replayed).Select(f => f.Name));
            Assert.Equal((row.Version, row.UpdatedAt), (replayed.Version, replayed.UpdatedAt));
        }
    }
}
