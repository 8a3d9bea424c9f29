using System.Net;
using Waymark.Platform.Data;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.TimeEntries;

public sealed class LogTimeTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Time_on_a_task_is_answered_whole_and_read_alike()
    {
        var path = await places.TeamProjectAsync();
        var task = await places.Contributor.PostAsync("/api/tasks", new { projectId = path.Split('/')[^1], title = "Work" }).JsonAsync(HttpStatusCode.Created);

        var entry = await places.Contributor.PostAsync($"{path}/time-entries", new { taskId = task.Id(), minutes = 90, date = "2026-03-02", note = " Review ", billable = true }).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(["id", "projectId", "taskId", "userId", "minutes", "date", "note", "billable", "createdAt", "version"], entry.Names());
        Assert.Equal((task.Id(), places.Contributor.Id, 90, "2026-03-02", "Review"), (entry.Id("taskId"), entry.Id("userId"), entry.Number("minutes"), entry.Text("date"), entry.Text("note")));
        Assert.Equal(entry.GetRawText(), (await places.Viewer.ReadAsync($"{path}/time-entries/{entry.Id()}")).GetRawText());
        await places.Api.ToldAsync($"time_entry:{entry.Id()}", "time.logged");
    }

    [Fact]
    public async Task A_project_that_is_erased_at_the_same_moment_is_not_found()
    {
        const string Waiting = "select count(*) from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.query like '%insert into time_sheet%'";
        var ct = TestContext.Current.CancellationToken;
        var path = await places.TeamProjectAsync();
        await using var connection = await places.Api.AdministratorOfAsync("projects");
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.RunAsync($"delete from project where id = '{path.Split('/')[^1]}'", ct);

        var answer = places.Contributor.PostAsync($"{path}/time-entries", new { minutes = 5, date = "2026-03-02" });
        await Eventually.GetAsync(() => places.Api.QueryAsync<long>("projects", Waiting), count => count > 0);
        await transaction.CommitAsync(ct);

        await answer.ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Only_a_manager_writes_down_the_time_of_another_member()
    {
        var path = $"{await places.TeamProjectAsync()}/time-entries";
        await places.Contributor.PostAsync(path, new { userId = places.Manager.Id, minutes = 5, date = "2026-03-02" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Manager.PostAsync(path, new { userId = places.Stranger.Id, minutes = 5, date = "2026-03-02" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        var entry = await places.Manager.PostAsync(path, new { userId = places.Contributor.Id, minutes = 5, date = "2026-03-02" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(places.Contributor.Id, entry.Id("userId"));
        Assert.True(entry.IsNull("taskId"));
    }

    [Fact]
    public async Task Wrong_members_tasks_of_other_projects_and_missing_rights_are_refused()
    {
        var (path, other) = ($"{await places.TeamProjectAsync()}/time-entries", await places.TeamProjectAsync());
        foreach (var body in new object[] { new { minutes = 5 }, new { date = "2026-03-02" }, new { minutes = 0, date = "2026-03-02" }, new { minutes = 1441, date = "2026-03-02" }, new { minutes = 5, date = "0001-01-01" } })
        {
            await places.Contributor.PostAsync(path, body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        var elsewhere = await places.Contributor.PostAsync("/api/tasks", new { projectId = other.Split('/')[^1], title = "Elsewhere" }).JsonAsync(HttpStatusCode.Created);
        foreach (var taskId in new[] { elsewhere.Id(), Guid.CreateVersion7() })
        {
            await places.Contributor.PostAsync(path, new { taskId, minutes = 5, date = "2026-03-02" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        await places.Viewer.PostAsync(path, new { minutes = 5, date = "2026-03-02" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PostAsync(path, new { minutes = 5, date = "2026-03-02" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
