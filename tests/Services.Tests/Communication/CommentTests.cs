using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Waymark.Contracts.Projects;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Communication;

public sealed class CommentTests(WaymarkApi api)
{
    private static readonly HttpMethod Put = HttpMethod.Put;
    private static readonly HttpMethod Patch = HttpMethod.Patch;
    private static readonly HttpMethod Delete = HttpMethod.Delete;

    [Fact]
    public async Task A_task_can_be_commented_in_the_moment_in_which_it_was_made()
    {
        var project = GivenProject.Unheard(api);
        using var owner = api.As(project.Owner);
        var task = await project.AddTaskAsync();

        using var created = await owner.PostAsJsonAsync($"/api/tasks/{task.Id()}/comments", new { body = "First!" });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var comment = await created.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal($"/api/comments/{comment.Id()}", created.Headers.Location!.ToString());
        Assert.Equal($"\"{comment.GetProperty("version").GetInt64()}\"", created.Headers.ETag!.Tag);
        Assert.Equal(
            ["id", "taskId", "parentId", "authorId", "body", "mentionedUserIds", "createdAt", "editedAt", "deletedAt", "version"],
            comment.EnumerateObject().Select(p => p.Name));
        Assert.Equal(comment.GetRawText(), (await owner.ReadAsync($"/api/comments/{comment.Id()}")).GetRawText());
        Assert.Equal(comment.GetRawText(), Assert.Single((await owner.ReadAsync($"/api/tasks/{task.Id()}/comments")).Items()).GetRawText());
        await Eventually.GetAsync(() => owner.ReadAsync($"/api/tasks/{task.Id()}"), t => t.GetProperty("commentCount").GetInt32() == 1);
    }

    [Fact]
    public async Task A_reply_belongs_to_a_comment_of_the_same_task()
    {
        var (project, task) = await ProjectWithTaskAsync();
        using var owner = api.As(project.Owner);
        var other = await project.AddTaskAsync();
        var parent = await AddAsync(owner, task, "Question");

        var reply = await AddAsync(owner, task, "Answer", parent.Id());

        Assert.Equal(parent.Id(), reply.Id("parentId"));
        await owner.PostAsJsonAsync($"/api/tasks/{other.Id()}/comments", new { body = "x", parentId = parent.Id() })
            .RefusedAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task The_author_alone_edits()
    {
        var manager = Guid.CreateVersion7();
        var (project, task) = await ProjectWithTaskAsync((manager, ProjectRoles.Manager));
        using var owner = api.As(project.Owner);
        using var other = api.As(manager);
        var comment = await AddAsync(owner, task, "Frist");
        var path = $"/api/comments/{comment.Id()}";

        await other.SendAsync(Put, path, new { body = "x" }).RefusedAsync(HttpStatusCode.Forbidden, "forbidden");
        var edited = await owner.SendAsync(Put, path, new { body = "First " }, "\"1\"").JsonAsync(HttpStatusCode.OK);

        Assert.Equal("First ", edited.Text("body"));
        Assert.Equal(2, edited.GetProperty("version").GetInt64());
        Assert.NotEqual(JsonValueKind.Null, edited.GetProperty("editedAt").ValueKind);
        await owner.SendAsync(Patch, path, new { body = "x" }, "\"1\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await owner.SendAsync(Patch, path, new { body = (string?)null }).RefusedAsync(HttpStatusCode.BadRequest, "invalid");
        var unchanged = await owner.SendAsync(Patch, path, new { }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(edited.GetRawText(), unchanged.GetRawText());
    }

    [Fact]
    public async Task A_deleted_comment_keeps_its_place_without_its_text()
    {
        var (author, manager, contributor) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (_, task) = await ProjectWithTaskAsync(
            (author, ProjectRoles.Contributor), (manager, ProjectRoles.Manager), (contributor, ProjectRoles.Contributor));
        using var writing = api.As(author);
        using var managing = api.As(manager);
        using var reading = api.As(contributor);
        var (one, two) = (await AddAsync(writing, task, "one"), await AddAsync(writing, task, "two"));

        await reading.SendAsync(Delete, $"/api/comments/{one.Id()}").RefusedAsync(HttpStatusCode.Forbidden, "forbidden");
        await managing.SendAsync(Delete, $"/api/comments/{one.Id()}").JsonAsync(HttpStatusCode.NoContent);
        await writing.SendAsync(Delete, $"/api/comments/{two.Id()}").JsonAsync(HttpStatusCode.NoContent);

        var items = (await reading.ReadAsync($"/api/tasks/{task.Id()}/comments?sort=createdAt")).Items();
        Assert.Equal([one.Id(), two.Id()], items.Select(i => i.Id()));
        Assert.All(items, item =>
        {
            Assert.Equal(JsonValueKind.Null, item.GetProperty("body").ValueKind);
            Assert.NotEqual(JsonValueKind.Null, item.GetProperty("deletedAt").ValueKind);
        });
        await managing.SendAsync(Delete, $"/api/comments/{one.Id()}").RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await writing.GetAsync($"/api/comments/{one.Id()}").RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await Eventually.GetAsync(() => reading.ReadAsync($"/api/tasks/{task.Id()}"), t => t.GetProperty("commentCount").GetInt32() == 0);
        Assert.Equal(0L, await api.QueryAsync<long>("communication", $"select count(body) from comment where id in ('{one.Id()}', '{two.Id()}')"));
    }

    [Fact]
    public async Task Strangers_see_nothing_and_viewers_only_read()
    {
        var viewer = Guid.CreateVersion7();
        var (project, task) = await ProjectWithTaskAsync((viewer, ProjectRoles.Viewer));
        using var owner = api.As(project.Owner);
        using var reading = api.As(viewer);
        using var stranger = api.As(Guid.CreateVersion7());
        var comment = await AddAsync(owner, task, "x");
        var (list, single) = ($"/api/tasks/{task.Id()}/comments", $"/api/comments/{comment.Id()}");

        Assert.Single((await reading.ReadAsync(list)).Items());
        await reading.PostAsJsonAsync(list, new { body = "x" }).RefusedAsync(HttpStatusCode.Forbidden, "forbidden");
        await stranger.GetAsync(list).RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await stranger.PostAsJsonAsync(list, new { body = "x" }).RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await stranger.GetAsync(single).RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await stranger.SendAsync(Put, single, new { body = "x" }).RefusedAsync(HttpStatusCode.NotFound, "not_found");
        await stranger.SendAsync(Delete, single).RefusedAsync(HttpStatusCode.NotFound, "not_found");
        using var anonymous = api.Anonymous();
        await anonymous.GetAsync(list).RefusedAsync(HttpStatusCode.Unauthorized, "invalid_token");
    }

    [Fact]
    public async Task A_task_in_the_trash_takes_its_comments_along()
    {
        var (project, task) = await ProjectWithTaskAsync();
        using var owner = api.As(project.Owner);
        var comment = await AddAsync(owner, task, "x");

        await owner.SendAsync(Delete, $"/api/tasks/{task.Id()}").JsonAsync(HttpStatusCode.NoContent);

        await Eventually.GetAsync(() => owner.GetAsync($"/api/comments/{comment.Id()}"), a => a.StatusCode == HttpStatusCode.NotFound);
        await owner.PostAsJsonAsync($"/api/tasks/{task.Id()}/comments", new { body = "x" }).RefusedAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("""{"body": ""}""")]
    [InlineData("""{"body": "  \n"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"body": null}""")]
    [InlineData("""{"body": 7}""")]
    [InlineData("""{"body": "a\u0000b"}""")]
    [InlineData("""{"body": "x", "parentId": "no id"}""")]
    [InlineData("""[]""")]
    public async Task A_malformed_comment_is_refused(string json)
    {
        var (project, task) = await ProjectWithTaskAsync();
        using var owner = api.As(project.Owner);
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");

        await owner.PostAsync($"/api/tasks/{task.Id()}/comments", body).JsonAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_longest_body_is_kept_as_it_is_and_a_longer_one_refused()
    {
        var (project, task) = await ProjectWithTaskAsync();
        using var owner = api.As(project.Owner);
        var longest = "  # <b>Ümlaut</b>\n" + new string('x', 19_981) + "\n";

        Assert.Equal(longest, (await AddAsync(owner, task, longest)).Text("body"));
        await owner.PostAsJsonAsync($"/api/tasks/{task.Id()}/comments", new { body = longest + "x" })
            .RefusedAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task Pages_follow_each_other_in_both_directions()
    {
        var (project, task) = await ProjectWithTaskAsync();
        using var owner = api.As(project.Owner);
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await AddAsync(owner, task, $"{i}")).Id());
        }

        Assert.Equal(ids, await AllAsync(owner, task, "createdAt"));
        Assert.Equal(Enumerable.Reverse(ids), await AllAsync(owner, task, "-createdAt"));
        await owner.GetAsync($"/api/tasks/{task.Id()}/comments?cursor=x").RefusedAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await owner.GetAsync($"/api/tasks/{task.Id()}/comments?sort=body").RefusedAsync(HttpStatusCode.BadRequest, "invalid");
        await owner.GetAsync($"/api/tasks/{task.Id()}/comments?limit=0").RefusedAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task Only_members_are_mentioned_and_each_is_told_once()
    {
        var (ada, bo, stranger) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (project, task) = await ProjectWithTaskAsync((ada, ProjectRoles.Viewer), (bo, ProjectRoles.Viewer));
        using var owner = api.As(project.Owner);
        var comment = await AddAsync(owner, task, $"@[Ada](user:{ada}) @[Who](user:{stranger})");
        Assert.Equal([ada], comment.GetProperty("mentionedUserIds").EnumerateArray().Select(e => e.GetGuid()));

        await owner.SendAsync(Put, $"/api/comments/{comment.Id()}", new { body = $"@[Ada](user:{ada}) @[Bo](user:{bo})" }).JsonAsync(HttpStatusCode.OK);

        var told = await Eventually.GetAsync(
            () => api.QueryAsync<Guid[]>("notifications", $"select coalesce(array_agg(user_id order by at), '{{}}') from notification where comment_id = '{comment.Id()}'"),
            users => users.Length >= 2);
        Assert.Equal([ada, bo], told);
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_comments_once()
    {
        var (project, task) = await ProjectWithTaskAsync();
        using var owner = api.As(project.Owner);
        owner.DefaultRequestHeaders.Add("Idempotency-Key", "once");

        var first = await AddAsync(owner, task, "x");
        var second = await AddAsync(owner, task, "x");

        Assert.Equal(first.Id(), second.Id());
        Assert.Single((await owner.ReadAsync($"/api/tasks/{task.Id()}/comments")).Items());
    }

    private async Task<(GivenProject Project, JsonElement Task)> ProjectWithTaskAsync(params (Guid User, string Role)[] members)
    {
        var project = GivenProject.Unheard(api, members);
        return (project, await project.AddTaskAsync());
    }

    private static Task<JsonElement> AddAsync(HttpClient client, JsonElement task, string body, Guid? parentId = null) =>
        client.PostAsJsonAsync($"/api/tasks/{task.Id()}/comments", new { body, parentId }).JsonAsync(HttpStatusCode.Created);

    private static async Task<List<Guid>> AllAsync(HttpClient client, JsonElement task, string sort)
    {
        var (ids, cursor) = (new List<Guid>(), "");
        do
        {
            var page = await client.ReadAsync($"/api/tasks/{task.Id()}/comments?limit=2&sort={sort}{cursor}");
            ids.AddRange(page.Items().Select(i => i.Id()));
            cursor = page.Text("nextCursor") is { } next ? "&cursor=" + next : null;
        }
        while (cursor is not null);
        return ids;
    }
}
