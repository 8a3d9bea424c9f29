namespace Waymark.EndToEnd.Tests.Journeys;

public sealed class PastTests(RunningProduct product)
{
    [Fact]
    public async Task History_shows_every_change_and_a_task_can_be_read_as_it_stood()
    {
        var team = await TeamOfTwo.MeetAsync(product.Api);
        var task = await team.AddTaskAsync(team.Owner, "One");
        await team.Colleague.Client.PatchAsync($"/api/tasks/{task.Id()}", new { title = "Two" }).JsonAsync(HttpStatusCode.OK);
        await team.Owner.Client.PatchAsync($"/api/tasks/{task.Id()}", new { title = "Three", priority = "high" }).JsonAsync(HttpStatusCode.OK);

        var history = await team.Colleague.Client.ReadAllAsync($"/api/tasks/{task.Id()}/history");
        Assert.Equal([1L, 2L, 3L], history.Select(e => e.GetProperty("version").GetInt64()));
        Assert.Equal([team.Owner.Id, team.Colleague.Id, team.Owner.Id], history.Select(e => e.Id("actorId")));

        var titles = new List<string>();
        foreach (var entry in history)
            titles.Add((await team.Colleague.Client.ReadAsync($"/api/tasks/{task.Id()}?asOf={entry.Text("at")}")).Text("title"));
        Assert.Equal(["One", "Two", "Three"], titles);
        await team.Owner.Client.GetAsync(new Uri($"/api/tasks/{task.Id()}?asOf=2000-01-01T00:00:00Z", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task An_own_change_can_be_undone_until_somebody_builds_on_it()
    {
        var team = await TeamOfTwo.MeetAsync(product.Api);
        var task = await team.AddTaskAsync(team.Owner, "One");

        var change = await ChangeAsync(team.Colleague, task.Id(), new { title = "Two" });
        await team.Owner.Client.PostAsync($"/api/changes/{change}/undo").RefusedAsync(HttpStatusCode.NotFound, "not_found");
        var undone = await team.Colleague.Client.PostAsync($"/api/changes/{change}/undo").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("One", undone.GetProperty("tasks")[0].Text("title"));

        var second = await ChangeAsync(team.Colleague, task.Id(), new { title = "Three" });
        await ChangeAsync(team.Owner, task.Id(), new { title = "Four" });
        await team.Colleague.Client.PostAsync($"/api/changes/{second}/undo").RefusedAsync(HttpStatusCode.Conflict, "undo_conflict");
        Assert.Equal("Four", (await team.Owner.Client.ReadAsync($"/api/tasks/{task.Id()}")).Text("title"));
    }

    private static async Task<string> ChangeAsync(Person person, Guid taskId, object change)
    {
        using var answer = await person.Client.PatchAsync($"/api/tasks/{taskId}", change);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.GetValues("X-Change-Id").Single();
    }
}
