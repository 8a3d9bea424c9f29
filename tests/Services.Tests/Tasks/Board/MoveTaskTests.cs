using System.Net;
using System.Text.Json;
using Waymark.Platform.Data;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Board;

public sealed class MoveTaskTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_is_moved_directly_before_or_after_another_and_to_the_end()
    {
        var (project, _) = await team.NewProjectAsync();
        var (a, b, c) = (await team.TaskAsync(projectId: project), await team.TaskAsync(projectId: project), await team.TaskAsync(projectId: project));

        await MoveAsync(c, new { beforeId = b.Id() });
        Assert.Equal([a.Id(), c.Id(), b.Id()], await ColumnAsync(project, "todo"));
        await MoveAsync(b, new { beforeId = a.Id() });
        Assert.Equal([b.Id(), a.Id(), c.Id()], await ColumnAsync(project, "todo"));
        await team.Contributor.SendAsync(HttpMethod.Post, $"/api/tasks/{b.Id()}/move", null).JsonAsync(HttpStatusCode.OK);
        Assert.Equal([a.Id(), c.Id(), b.Id()], await ColumnAsync(project, "todo"));
        await MoveAsync(a, new { status = "in_progress" });
        await MoveAsync(b, new { status = "in_progress", afterId = a.Id() });
        Assert.Equal([a.Id(), b.Id()], await ColumnAsync(project, "in_progress"));
    }

    [Theory]
    [InlineData("POST", "move", "{}")]
    [InlineData("PATCH", "status", """{"status": "done"}""")]
    public async Task A_task_whose_project_is_erased_while_it_takes_a_place_there_is_not_found(string method, string act, string body)
    {
        const string Waiting = "select count(*) from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.query like '%update project_counter%'";
        var (project, _) = await team.NewProjectAsync();
        var task = (await team.TaskAsync(new { dueAt = "2026-03-02", recurrence = new { rule = "FREQ=DAILY", mode = "schedule" } }, project)).Id();
        await team.TaskAsync(projectId: project);
        await using var connection = await api.AdministratorOfAsync("tasks");
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await connection.RunAsync($"delete from task where project_id = '{project}'; delete from project_counter where project_id = '{project}'", Ct);

        var answer = team.Contributor.SendAsync(new HttpMethod(method), $"/api/tasks/{task}/{act}", JsonDocument.Parse(body).RootElement);
        await Eventually.GetAsync(() => api.QueryAsync<long>("tasks", Waiting), count => count > 0);
        await transaction.CommitAsync(Ct);

        await answer.ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Two_tasks_that_are_no_neighbours_are_refused()
    {
        var (project, _) = await team.NewProjectAsync();
        var (a, _, c, d) = (await team.TaskAsync(projectId: project), await team.TaskAsync(projectId: project), await team.TaskAsync(projectId: project), await team.TaskAsync(projectId: project));
        await team.Contributor.PostAsync($"/api/tasks/{d.Id()}/move", new { afterId = a.Id(), beforeId = c.Id() }).ProblemAsync(HttpStatusCode.Conflict, "order_changed");
    }

    [Fact]
    public async Task Concurrent_moves_lose_and_double_nothing()
    {
        var (project, _) = await team.NewProjectAsync();
        var tasks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => team.TaskAsync(projectId: project)));
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            using var moved = await team.Contributor.PostAsync($"/api/tasks/{tasks[i % 8].Id()}/move", new { afterId = tasks[((i * 3) + 1) % 8].Id() });
            Assert.True(moved.IsSuccessStatusCode || moved.StatusCode == HttpStatusCode.Conflict, moved.StatusCode.ToString());
        }));

        var column = await ColumnAsync(project, "todo");
        Assert.Equal(tasks.Select(t => t.Id()).Order(), column.Order());
    }

    [Fact]
    public async Task A_move_changes_only_the_moved_task_and_one_that_moves_nowhere_changes_nothing()
    {
        var (project, _) = await team.NewProjectAsync();
        var (a, b) = (await team.TaskAsync(projectId: project), await team.TaskAsync(projectId: project));
        await MoveAsync(b, new { afterId = a.Id() });
        Assert.Equal(1, (await team.Viewer.ReadAsync($"/api/tasks/{b.Id()}")).Version());

        await MoveAsync(b, new { beforeId = a.Id() });
        Assert.Equal(a.GetRawText(), (await team.Viewer.ReadAsync($"/api/tasks/{a.Id()}")).GetRawText());
        var last = (await team.Viewer.ReadAsync($"/api/tasks/{b.Id()}/history")).Items()[^1];
        Assert.Equal(["rank"], last.GetProperty("changes").EnumerateObject().Select(f => f.Name));
    }

    [Fact]
    public async Task The_named_status_wins_over_the_column_of_the_neighbour()
    {
        var (project, _) = await team.NewProjectAsync();
        var (a, b, c) = (await team.TaskAsync(projectId: project), await team.TaskAsync(projectId: project), await team.TaskAsync(projectId: project));
        await MoveAsync(c, new { status = "done", beforeId = a.Id() });
        Assert.Equal([c.Id()], await ColumnAsync(project, "done"));
        Assert.Equal([a.Id(), b.Id()], await ColumnAsync(project, "todo"));
        Assert.Equal([c.Id(), a.Id(), b.Id()], (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&sort=rank")).Items().Select(t => t.Id()));
    }

    [Fact]
    public async Task Neighbours_must_be_tasks_of_the_same_project_and_another_than_the_moved_one()
    {
        var task = await team.TaskAsync();
        var foreign = await team.TaskAsync(projectId: (await team.NewProjectAsync()).Id);
        var path = $"/api/tasks/{task.Id()}/move";
        await team.Contributor.PostAsync(path, new { afterId = foreign.Id() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PostAsync(path, new { beforeId = Guid.CreateVersion7() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.PostAsync(path, new { afterId = task.Id() }).ProblemAsync(HttpStatusCode.Conflict, "order_changed");
        await team.Contributor.PostAsync(path, new { status = "nowhere" }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await team.Viewer.PostAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.PostAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private async Task MoveAsync(JsonElement task, object place) => await team.Contributor.PostAsync($"/api/tasks/{task.Id()}/move", place).JsonAsync();

    private async Task<List<Guid>> ColumnAsync(Guid project, string status)
    {
        var board = await team.Viewer.ReadAsync($"/api/projects/{project}/board");
        var column = board.GetProperty("columns").EnumerateArray().Single(c => c.Text("status") == status);
        return [.. column.GetProperty("tasks").EnumerateArray().Select(t => t.Id())];
    }
}
