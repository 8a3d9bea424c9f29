using System.Net;
using System.Text.Json;
using Waymark.Contracts;
using Waymark.Contracts.Communication;
using Waymark.Contracts.Projects;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Notifications.Reactions;

public sealed class TellPeopleTests(WaymarkApi api) : IAsyncLifetime
{
    private readonly Person _ada = api.Someone();
    private readonly Person _bo = api.Someone();
    private GivenProject _project = null!;
    private Person _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _project = await GivenProject.CreateAsync(api, (_ada.Id, ProjectRoles.Contributor), (_bo.Id, ProjectRoles.Contributor));
        _owner = api.Someone(_project.Owner);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Whoever_is_assigned_learns_it_once_and_whoever_assigns_themselves_does_not()
    {
        var task = await _project.AddTaskAsync("Paint", _ada.Id, _owner.Id);
        await PatchAsync(_owner, task, new { assigneeIds = new[] { _ada.Id, _bo.Id, _owner.Id } });

        Assert.Equal(["task.assigned"], await TypesOfAsync(_bo, 1));
        Assert.Equal(["task.assigned"], await TypesOfAsync(_ada, 1));
        Assert.Empty(await TypesOfAsync(_owner, 0));
    }

    [Fact]
    public async Task A_notification_says_what_who_and_when()
    {
        var task = await _project.AddTaskAsync("Paint", _ada.Id);
        var told = Assert.Single(await InboxAsync(_ada, 1));

        Assert.Equal(["id", "type", "subject", "projectId", "commentId", "actorId", "at", "readAt"], told.EnumerateObject().Select(p => p.Name));
        var subject = told.GetProperty("subject");
        Assert.Equal(("task", task.Id(), task.Text("key"), "Paint"), (subject.Text("kind"), subject.Id(), subject.Text("key"), subject.Text("title")));
        Assert.Equal((_owner.Id, _project.Id, JsonValueKind.Null), (told.GetProperty("actorId").GetGuid(), told.GetProperty("projectId").GetGuid(), told.GetProperty("readAt").ValueKind));
        Assert.Equal(task.Text("updatedAt"), told.Text("at"));
    }

    [Fact]
    public async Task Reporter_and_watchers_learn_that_a_task_is_done_or_open_again_except_of_their_own_deed()
    {
        var task = await _project.AddTaskAsync("Paint");
        await PatchAsync(_owner, task, new { watcherIds = new[] { _bo.Id } });
        await PatchAsync(_ada, task, new { status = "done" });
        await PatchAsync(_owner, task, new { status = "todo" });

        Assert.Equal(["task.reopened", "task.completed"], await TypesOfAsync(_bo, 2));
        Assert.Equal(["task.completed"], await TypesOfAsync(_owner, 1));
        Assert.Empty(await TypesOfAsync(_ada, 0));
    }

    [Fact]
    public async Task A_comment_reaches_everybody_around_the_task_and_a_mention_takes_its_place()
    {
        var cleo = api.Someone();
        await _project.AddMemberAsync(cleo.Id, ProjectRoles.Viewer);
        await _project.IsKnownToAsync("communication");
        Assert.Equal(["member.added"], await TypesOfAsync(cleo, 1));
        var task = await _project.AddTaskAsync("Paint", _ada.Id);
        await PatchAsync(_owner, task, new { watcherIds = new[] { _bo.Id } });

        var comment = await _ada.PostAsync($"/api/tasks/{task.Id()}/comments", new { body = $"Look, @[Bo](user:{_bo.Id}) and @[Cleo](user:{cleo.Id})" }).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(["user.mentioned"], await TypesOfAsync(_bo, 1));
        Assert.Equal(["user.mentioned", "member.added"], await TypesOfAsync(cleo, 2));
        var told = Assert.Single(await InboxAsync(_owner, 1));
        Assert.Equal(("comment.created", comment.Id()), (told.Text("type"), told.GetProperty("commentId").GetGuid()));
        Assert.Equal(["task.assigned"], await TypesOfAsync(_ada, 1));
    }

    [Fact]
    public async Task Whoever_may_no_longer_see_the_project_is_told_nothing()
    {
        var task = await _project.AddTaskAsync("Secret");
        await PatchAsync(_owner, task, new { watcherIds = new[] { _ada.Id, _bo.Id } });
        await _project.RemoveMemberAsync(_bo.Id);
        await _project.IsKnownToAsync("notifications");
        await _project.IsKnownToAsync("tasks");
        await PatchAsync(_owner, task, new { status = "done" });

        Assert.Equal(["task.completed"], await TypesOfAsync(_ada, 1));
        Assert.Equal(0L, await api.QueryAsync<long>("notifications", $"select count(*) from notification where user_id = '{_bo.Id}' and task_id = '{task.Id()}'"));
    }

    [Fact]
    public async Task An_event_that_is_delivered_twice_tells_once()
    {
        var task = await _project.AddTaskAsync("Paint");
        var comment = Guid.CreateVersion7();
        var mention = new UserMentioned(_ada.Id, comment, task.Id(), _project.Id, task.Text("key"), "Paint");
        await api.PublishTwiceAsync(mention, $"comment:{comment}", 1, _project.State.WorkspaceId, _owner.Id);
        // The next event of the same key is applied behind both deliveries.
        await api.PublishAsync(
            new CommentCreated(comment, task.Id(), _project.Id, _bo.Id, null, FieldChanges.None), $"comment:{comment}", 2, _project.State.WorkspaceId, _bo.Id);

        Assert.Equal(["comment.created"], await TypesOfAsync(_owner, 1));
        Assert.Equal(["user.mentioned"], await TypesOfAsync(_ada, 1));
    }

    private static Task<JsonElement> PatchAsync(Person person, JsonElement task, object change) =>
        person.PatchAsync($"/api/tasks/{task.Id()}", change).JsonAsync(HttpStatusCode.OK);

    private static async Task<IEnumerable<string>> TypesOfAsync(Person person, int atLeast) => (await InboxAsync(person, atLeast)).Select(n => n.Text("type"));

    private static async Task<IReadOnlyList<JsonElement>> InboxAsync(Person person, int atLeast) =>
        (await Eventually.GetAsync(() => person.ReadAsync("/api/notifications"), page => page.Items().Count >= atLeast)).Items();
}
