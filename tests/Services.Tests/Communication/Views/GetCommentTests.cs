using System.Net;
using Waymark.Contracts.Projects;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Communication.Views;

public sealed class GetCommentTests(WaymarkApi api)
{
    [Fact]
    public async Task A_viewer_reads_the_comment_and_its_version()
    {
        var viewer = api.Someone();
        var task = await CommentedTask.CreateAsync(api, (viewer, ProjectRoles.Viewer));
        var comment = await task.AddAsync("x");

        using var answer = await viewer.GetAsync($"/api/comments/{comment.Id()}");

        Assert.Equal("\"1\"", answer.Headers.ETag!.Tag);
        Assert.Equal(comment.GetRawText(), (await answer.JsonAsync(HttpStatusCode.OK)).GetRawText());
    }

    [Fact]
    public async Task Strangers_and_the_anonymous_read_nothing()
    {
        var task = await CommentedTask.CreateAsync(api);
        var path = $"/api/comments/{(await task.AddAsync("x")).Id()}";
        using var anonymous = api.Anonymous();

        await api.Someone().GetAsync(path).RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await anonymous.GetAsync(path).RefusedAsync(HttpStatusCode.Unauthorized, "invalid_token");
        await task.Owner.GetAsync($"/api/comments/{Guid.CreateVersion7()}").RefusedAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_task_in_the_trash_takes_its_comments_along()
    {
        var task = await CommentedTask.CreateAsync(api);
        var comment = await task.AddAsync("x");

        await task.Owner.DeleteAsync($"/api/tasks/{task.Id}").JsonAsync(HttpStatusCode.NoContent);

        await Eventually.GetAsync(() => task.Owner.GetAsync($"/api/comments/{comment.Id()}"), a => a.StatusCode == HttpStatusCode.NotFound);
    }
}
