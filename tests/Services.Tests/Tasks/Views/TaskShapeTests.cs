using System.Text.Json;
using Waymark.Services.Tests.Given;
using Waymark.Tasks;
using Waymark.Tasks.Views;

namespace Waymark.Services.Tests.Tasks.Views;

/// <summary>Reads write a task by a table, writes answer with the serializer's: nobody must be able to tell them apart.</summary>
public sealed class TaskShapeTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public void The_table_names_the_members_of_the_response_in_their_order() =>
        Assert.Equal(TasksJson.Default.TaskResponse.Properties.Select(p => p.Name), TaskShape.Whole.Names);

    [Fact]
    public void Lists_leave_out_the_long_members_only() =>
        Assert.Equal(TaskShape.Whole.Names.Except(["description", "customFields"]), TaskShape.Listed.Names);

    [Fact]
    public async Task A_full_task_reads_as_its_last_change_answered()
    {
        var parent = await team.TaskAsync();
        var task = await team.TaskAsync(new
        {
            title = "Quotes \" and \\, <tags>, é, 漢, 😀, \u2028 and a tab\t",
            description = "first line\nsecond line \u007f",
            status = "in_progress",
            priority = "urgent",
            difficulty = 10,
            estimateMinutes = 90,
            startAt = "2026-03-01",
            durationMinutes = 480,
            dueAt = "2026-03-02T09:30:00.120450Z",
            deadlineAt = "2026-03-02",
            assigneeIds = new[] { team.Contributor.Id, team.Manager.Id },
            watcherIds = new[] { team.Viewer.Id },
            labels = new[] { "red \"ink\"", "blue" },
            parentId = parent.Id(),
            steps = new object[] { new { title = "Quotes \" and é, 漢, 😀, <b>", done = true, assigneeId = team.Viewer.Id }, new { title = "Two", dueAt = "2026-03-02T09:30:00.120450Z" } },
        });
        await team.TaskAsync(new { parentId = task.Id(), status = "done" });
        await team.TaskAsync(new { parentId = task.Id() });

        var edited = await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { difficulty = 9 }).JsonAsync();
        Assert.Equal(50, edited.GetProperty("progress").GetInt32());
        await AssertReadsAsync(edited);
        await AssertReadsAsync(await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "done" }).JsonAsync());
    }

    [Fact]
    public async Task An_empty_task_reads_as_its_creation_answered() => await AssertReadsAsync(await team.TaskAsync());

    [Fact]
    public async Task A_list_that_was_read_before_shows_what_has_changed_since()
    {
        var (project, _) = await team.NewProjectAsync();
        var task = await team.TaskAsync(projectId: project);
        Assert.Equal(0, (await ListAsync()).Single().GetProperty("subtaskCount").GetInt32());
        await team.TaskAsync(new { parentId = task.Id() }, project);
        Assert.Equal([0, 1], (await ListAsync()).Select(t => t.GetProperty("subtaskCount").GetInt32()));

        await team.Owner.PatchAsync($"/api/projects/{project}", new { key = "NEWKEY" }).JsonAsync();
        await Eventually.GetAsync(ListAsync, tasks => tasks.All(t => t.Text("key").StartsWith("NEWKEY-", StringComparison.Ordinal)));

        async Task<IReadOnlyList<JsonElement>> ListAsync() => (await team.Owner.ReadAsync($"/api/tasks?projectId={project}")).Items();
    }

    private async Task AssertReadsAsync(JsonElement answered)
    {
        Assert.Equal(answered.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{answered.Id()}")).GetRawText());
        Assert.Equal(answered.GetRawText(), (await ListedAsync(answered, "&fields=description,customFields")).GetRawText());

        var brief = answered.EnumerateObject().Where(m => m.Name is not ("description" or "customFields"));
        Assert.Equal(brief.Select(m => m.ToString()), (await ListedAsync(answered, "")).EnumerateObject().Select(m => m.ToString()));
    }

    private async Task<JsonElement> ListedAsync(JsonElement task, string fields) =>
        (await team.Viewer.ReadAsync($"/api/tasks?projectId={team.ProjectId}&limit=200{fields}")).Items().Single(t => t.Id() == task.Id());
}
