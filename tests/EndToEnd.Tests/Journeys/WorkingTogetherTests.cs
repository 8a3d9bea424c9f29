namespace Waymark.EndToEnd.Tests.Journeys;

public sealed class WorkingTogetherTests(RunningProduct product)
{
    [Fact]
    public async Task A_colleague_hears_live_and_in_the_inbox_what_concerns_them()
    {
        var team = await TeamOfTwo.MeetAsync(product.Api);
        await using var hub = await team.ListenAsync(team.Colleague);
        Assert.Null(await hub.InvokeAsync("Watch", "project", team.ProjectId.ToString()));

        var task = await team.AddTaskAsync(team.Owner, "Write the program", team.Colleague.Id);
        await team.Owner.Client.PostAsync($"/api/tasks/{task.Id()}/comments", new { body = $"See note G, @[Grace](user:{team.Colleague.Id})!" })
            .JsonAsync(HttpStatusCode.Created);

        var inbox = await Eventually.GetAsync(() => team.Colleague.Client.ReadAllAsync("/api/notifications?unread=true"), items => items.Count >= 2);
        Assert.Equal(["task.assigned", "user.mentioned"], inbox.Select(n => n.Text("type")).Order(StringComparer.Ordinal));
        Assert.All(inbox, n => Assert.Equal((task.Id(), task.Text("key")), (n.GetProperty("subject").Id(), n.GetProperty("subject").Text("key"))));
        await Eventually.IsAsync(() => hub.Received("notification").Count >= 2 && hub.Received("changed").Any(m => m.Text("type") == "task.created"));
        Assert.Equal(inbox.Select(n => n.Id()).Order(), hub.Received("notification").Select(n => n.Id()).Order());
        Assert.Contains(hub.Received("changed"), m => m.Text("type") == "task.created" && m.GetProperty("subject").Id() == task.Id());

        await team.Colleague.Client.PutAsync($"/api/notifications/{inbox[0].Id()}/read").JsonAsync(HttpStatusCode.OK);
        Assert.Single(await team.Colleague.Client.ReadAllAsync("/api/notifications?unread=true"));
        Assert.Empty(await team.Owner.Client.ReadAllAsync("/api/notifications?unread=true"));
    }

    [Fact]
    public async Task Tasks_go_over_the_board_and_everybody_sees_where_they_stand()
    {
        var team = await TeamOfTwo.MeetAsync(product.Api);
        var first = await team.AddTaskAsync(team.Owner, "First");
        var second = await team.AddTaskAsync(team.Colleague, "Second");
        var third = await team.AddTaskAsync(team.Colleague, "Third");

        await team.Colleague.Client.PatchAsync($"/api/tasks/{first.Id()}/status", new { status = "in_progress" }).JsonAsync(HttpStatusCode.OK);
        await team.Colleague.Client.PatchAsync($"/api/tasks/{first.Id()}", new { assigneeIds = new[] { team.Owner.Id } }).JsonAsync(HttpStatusCode.OK);
        await team.Owner.Client.PostAsync($"/api/tasks/{third.Id()}/move", new { beforeId = second.Id() }).JsonAsync(HttpStatusCode.OK);
        await team.Owner.Client.PostAsync($"/api/tasks/{second.Id()}/move", new { status = "in_progress", beforeId = first.Id() }).JsonAsync(HttpStatusCode.OK);

        var board = await team.Colleague.Client.ReadAsync($"/api/projects/{team.ProjectId}/board");
        Assert.Equal([second.Id(), first.Id()], Column(board, "in_progress"));
        Assert.Equal([third.Id()], Column(board, third.Text("status")));
        Assert.Equal(team.Owner.Id, (await team.Colleague.Client.ReadAsync($"/api/tasks/{first.Text("key")}")).GetProperty("assigneeIds")[0].GetGuid());
    }

    [Fact]
    public async Task Activity_tells_of_each_act_once_by_task_and_by_project()
    {
        var team = await TeamOfTwo.MeetAsync(product.Api);
        var task = await team.AddTaskAsync(team.Owner, "Write the program");
        await team.Colleague.Client.PatchAsync($"/api/tasks/{task.Id()}", new { title = "Write the whole program" }).JsonAsync(HttpStatusCode.OK);
        await team.Colleague.Client.PatchAsync($"/api/tasks/{task.Id()}/status", new { status = "done" }).JsonAsync(HttpStatusCode.OK);
        await team.Owner.Client.PostAsync($"/api/tasks/{task.Id()}/comments", new { body = "Well done." }).JsonAsync(HttpStatusCode.Created);

        var ofTask = await Eventually.GetAsync(
            () => team.Colleague.Client.ReadAllAsync($"/api/activity?taskId={task.Id()}"), entries => entries.Any(e => e.Text("type") == "comment.created")
                && entries.Any(e => e.Text("type") == "task.completed"));
        // The project speaks for itself: what its task did does not wait for it.
        var ofProject = await Eventually.GetAsync(
            () => team.Owner.Client.ReadAllAsync($"/api/activity?projectId={team.ProjectId}"), entries => entries.Any(e => e.Text("type") == "member.added"));

        Assert.Single(ofTask, e => e.Text("type") == "task.created" && e.Id("actorId") == team.Owner.Id);
        Assert.Single(ofTask, e => e.Text("type") == "task.updated" && e.GetProperty("changes").GetProperty("title").Text("to") == "Write the whole program");
        Assert.Single(ofTask, e => e.Text("type") == "task.completed" && e.Id("actorId") == team.Colleague.Id);
        Assert.Empty(ofTask.Select(e => e.Id()).Except(ofProject.Select(e => e.Id())));
        Assert.Single(ofProject, e => e.Text("type") == "member.added" && e.Id("actorId") == team.Colleague.Id);
    }

    private static IEnumerable<Guid> Column(JsonElement board, string status) =>
        board.GetProperty("columns").EnumerateArray().Single(c => c.Text("status") == status).GetProperty("tasks").EnumerateArray().Select(t => t.Id());
}
