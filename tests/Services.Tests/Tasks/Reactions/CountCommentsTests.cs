using System.Net;
using System.Text.Json;
using Waymark.Contracts;
using Waymark.Contracts.Communication;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Reactions;

public sealed class CountCommentsTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Comments_count_up_and_down_and_make_no_edit_stale()
    {
        var task = await team.TaskAsync();
        var comments = new List<JsonElement>();
        foreach (var body in new[] { "one", "two" })
        {
            comments.Add(await team.Contributor.PostAsync($"/api/tasks/{task.Id()}/comments", new { body }).JsonAsync(HttpStatusCode.Created));
        }

        await CountIsAsync(task.Id(), 2);
        await team.Contributor.DeleteAsync($"/api/comments/{comments[0].Id()}").JsonAsync(HttpStatusCode.NoContent);
        await CountIsAsync(task.Id(), 1);
        Assert.Equal(1, (await team.Viewer.ReadAsync($"/api/tasks/{task.Id()}")).Version());
    }

    [Fact]
    public async Task A_comment_that_is_delivered_twice_counts_once()
    {
        var task = (await team.TaskAsync()).Id();
        var (first, second) = (CommentOn(task), CommentOn(task));
        var key = $"comment:{first.CommentId}";
        await api.PublishTwiceAsync(first, key, 1);
        // Told under the same key, so it is counted behind both deliveries.
        await api.PublishAsync(second, key, 2);
        await CountIsAsync(task, 2);
    }

    private CommentCreated CommentOn(Guid task) =>
        new(Guid.CreateVersion7(), task, team.ProjectId, team.Contributor.Id, null, FieldChanges.Of("body", null, "x"));

    private Task CountIsAsync(Guid task, int count) =>
        Eventually.GetAsync(() => team.Viewer.ReadAsync($"/api/tasks/{task}"), t => t.GetProperty("commentCount").GetInt32() == count);
}
