using System.Net;
using Waymark.Contracts.Projects;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Communication.Views;

public sealed class ListCommentsTests(WaymarkApi api)
{
    [Fact]
    public async Task Pages_follow_each_other_in_both_directions()
    {
        var task = await CommentedTask.CreateAsync(api);
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await task.AddAsync($"{i}")).Id());
        }

        Assert.Equal(ids, await AllAsync(task, "createdAt"));
        Assert.Equal(Enumerable.Reverse(ids), await AllAsync(task, "-createdAt"));
    }

    [Theory]
    [InlineData("cursor=x", "invalid_cursor")]
    [InlineData("sort=body", "invalid")]
    [InlineData("limit=0", "invalid")]
    public async Task A_malformed_question_is_refused(string query, string code)
    {
        var task = await CommentedTask.CreateAsync(api);

        await task.Owner.GetAsync($"{task.Comments}?{query}").RefusedAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task The_newest_come_first_and_those_of_other_tasks_not_at_all()
    {
        var task = await CommentedTask.CreateAsync(api);
        var other = await task.Project.AddTaskAsync();
        Assert.Empty((await task.Owner.ReadAsync(task.Comments)).Items());
        var (one, two) = (await task.AddAsync("one"), await task.AddAsync("two"));

        Assert.Equal([two.Id(), one.Id()], (await task.Owner.ReadAsync(task.Comments)).Items().Select(i => i.Id()));
        Assert.Empty((await task.Owner.ReadAsync($"/api/tasks/{other.Id()}/comments")).Items());
    }

    [Fact]
    public async Task Viewers_read_and_strangers_find_no_task()
    {
        var viewer = api.Someone();
        var task = await CommentedTask.CreateAsync(api, (viewer, ProjectRoles.Viewer));
        await task.AddAsync("x");
        using var anonymous = api.Anonymous();

        Assert.Single((await viewer.ReadAsync(task.Comments)).Items());
        await api.Someone().GetAsync(task.Comments).RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await anonymous.GetAsync(task.Comments).RefusedAsync(HttpStatusCode.Unauthorized, "invalid_token");
    }

    private static async Task<List<Guid>> AllAsync(CommentedTask task, string sort)
    {
        var (ids, cursor) = (new List<Guid>(), "");
        do
        {
            var page = await task.Owner.ReadAsync($"{task.Comments}?limit=2&sort={sort}{cursor}");
            ids.AddRange(page.Items().Select(i => i.Id()));
            cursor = page.Text("nextCursor") is { } next ? "&cursor=" + next : null;
        }
        while (cursor is not null);
        return ids;
    }
}
