using System.Net;
using System.Text.Json;
using Waymark.Contracts.Projects;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.ActivityLog.Views;

public sealed class ListActivityTests(WaymarkApi api) : IAsyncLifetime
{
    private readonly Person _ada = api.Someone();
    private readonly Person _stranger = api.Someone();
    private GivenProject _project = null!;
    private JsonElement _task;

    public async ValueTask InitializeAsync()
    {
        _project = await GivenProject.CreateAsync(api, (_ada.Id, ProjectRoles.Contributor));
        _task = await _project.AddTaskAsync();
        await _project.AddTaskAsync("Other");
        await _ada.PatchAsync($"/api/tasks/{_task.Id()}", new { title = "By Ada" }).JsonAsync(HttpStatusCode.OK);
        await Eventually.GetAsync(() => ListAsync($"projectId={_project.Id}"), items => items.Count == 4);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_entry_has_these_members_and_the_newest_stands_first()
    {
        var items = await ListAsync($"projectId={_project.Id}");
        Assert.All(items, e => Assert.Equal(["id", "type", "at", "actorId", "workspaceId", "projectId", "taskId", "changes"], e.EnumerateObject().Select(p => p.Name)));
        var moments = items.Select(e => e.GetProperty("at").GetDateTimeOffset()).ToList();
        Assert.Equal(moments.OrderDescending(), moments);
        Assert.Equal("task.updated", items[0].Text("type"));
    }

    [Fact]
    public async Task Each_part_of_a_query_narrows_it()
    {
        Assert.Equal(["task.updated", "task.created"], Types(await ListAsync($"taskId={_task.Id()}")));
        Assert.Equal(["task.updated"], Types(await ListAsync($"projectId={_project.Id}&actorId={_ada.Id}")));
        Assert.Equal(["task.created", "task.created"], Types(await ListAsync($"projectId={_project.Id}&type=task.created")));
        Assert.Equal(["project.created"], Types(await ListAsync($"projectId={_project.Id}&type=project.created,member.added")));
        var after = Uri.EscapeDataString(_task.Text("updatedAt"));
        Assert.Equal(["task.updated", "task.created"], Types(await ListAsync($"projectId={_project.Id}&after={after}")));
        Assert.Empty(await ListAsync($"projectId={_project.Id}&actorId={Guid.CreateVersion7()}"));
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        var all = (await ListAsync($"projectId={_project.Id}")).Select(e => e.Id()).ToList();
        var (paged, cursor) = (new List<Guid>(), "");
        do
        {
            var page = await _ada.ReadAsync($"/api/activity?projectId={_project.Id}&limit=3{cursor}");
            paged.AddRange(page.Items().Select(e => e.Id()));
            cursor = page.Text("nextCursor") is { } next ? $"&cursor={next}" : null;
        }
        while (cursor is not null);
        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task Only_members_read_what_happened()
    {
        await _stranger.GetAsync($"/api/activity?projectId={_project.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await _stranger.GetAsync($"/api/activity?taskId={_task.Id()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await _ada.GetAsync($"/api/activity?projectId={Guid.CreateVersion7()}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Empty((await _stranger.ReadAsync($"/api/activity?actorId={_ada.Id}")).Items());

        await _project.RemoveMemberAsync(_ada.Id);
        await _project.IsKnownToAsync("activitylog");
        await _ada.GetAsync($"/api/activity?projectId={_project.Id}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Without_a_place_the_callers_own_deeds_and_what_the_caller_may_see_come_together()
    {
        Assert.Equal(4, (await ListAsync("limit=200")).Count);
        Assert.Empty((await _stranger.ReadAsync("/api/activity")).Items());
    }

    [Theory]
    [InlineData("after=yesterday", "invalid")]
    [InlineData("limit=0", "invalid")]
    [InlineData("cursor=x", "invalid_cursor")]
    public async Task A_wrong_query_is_refused(string query, string code) =>
        await _ada.GetAsync($"/api/activity?{query}").ProblemAsync(HttpStatusCode.BadRequest, code);

    private static IEnumerable<string> Types(IEnumerable<JsonElement> items) => items.Select(e => e.Text("type"));

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string query) => (await _ada.ReadAsync($"/api/activity?{query}")).Items();
}
