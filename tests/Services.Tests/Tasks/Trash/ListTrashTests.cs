using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Trash;

public sealed class ListTrashTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task The_newest_deletion_stands_first_and_says_who_deleted_and_until_when_it_is_kept()
    {
        var (project, key) = await team.NewProjectAsync();
        var (first, second) = (await team.TaskAsync(new { title = "First", labels = new[] { "one" } }, project), await team.TaskAsync(new { title = "Second" }, project));
        await team.Contributor.DeleteAsync($"/api/tasks/{first.Id()}").JsonAsync(HttpStatusCode.NoContent);
        await team.Manager.DeleteAsync($"/api/tasks/{second.Id()}").JsonAsync(HttpStatusCode.NoContent);

        var trash = (await team.Viewer.ReadAsync($"/api/tasks/trash?projectId={project}")).Items();
        Assert.Equal(["Second", "First"], trash.Select(t => t.Text("title")));
        Assert.Equal([team.Manager.Id, team.Contributor.Id], trash.Select(t => t.Id("deletedById")));
        Assert.Equal($"{key}-1", trash[1].Text("key"));
        Assert.Equal(trash[0].GetProperty("deletedAt").GetDateTimeOffset().AddDays(30), trash[0].GetProperty("keptUntil").GetDateTimeOffset());
    }

    [Fact]
    public async Task What_was_deleted_along_with_its_parent_is_a_part_of_it()
    {
        var (project, _) = await team.NewProjectAsync();
        var parent = (await team.TaskAsync(projectId: project)).Id();
        var child = (await team.TaskAsync(new { parentId = parent }, project)).Id();
        await team.TaskAsync(new { parentId = child }, project);
        var before = (await team.TaskAsync(new { parentId = parent, title = "Before" }, project)).Id();
        await team.Contributor.DeleteAsync($"/api/tasks/{before}").JsonAsync(HttpStatusCode.NoContent);
        await team.Contributor.DeleteAsync($"/api/tasks/{parent}").JsonAsync(HttpStatusCode.NoContent);

        var trash = (await team.Viewer.ReadAsync($"/api/tasks/trash?projectId={project}")).Items();
        Assert.Equal([parent, before], trash.Select(t => t.Id()));
        Assert.Equal([2, 0], trash.Select(t => t.Number("subtaskCount")));
    }

    [Fact]
    public async Task The_trash_comes_in_pages_and_over_all_projects_that_the_caller_may_see()
    {
        var (one, _) = await team.NewProjectAsync();
        var (other, _) = await team.NewProjectAsync();
        var deleted = new List<Guid>();
        foreach (var project in new[] { one, other, one, other, one })
        {
            deleted.Insert(0, (await team.TaskAsync(projectId: project)).Id());
            await team.Contributor.DeleteAsync($"/api/tasks/{deleted[0]}").JsonAsync(HttpStatusCode.NoContent);
        }

        var (seen, cursor) = (new List<Guid>(), "");
        do
        {
            var page = await team.Viewer.ReadAsync($"/api/tasks/trash?limit=2{cursor}");
            seen.AddRange(page.Items().Select(t => t.Id()));
            cursor = page.IsNull("nextCursor") || seen.Count >= 6 ? null : $"&cursor={page.Text("nextCursor")}";
        }
        while (cursor is not null);
        Assert.Equal(deleted, seen.Where(deleted.Contains));
        Assert.Equal(seen.Distinct(), seen);
        Assert.DoesNotContain((await team.Stranger.ReadAsync("/api/tasks/trash")).Items(), t => deleted.Contains(t.Id()));
        await team.Stranger.GetAsync($"/api/tasks/trash?projectId={one}").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync("/api/tasks/trash?cursor=x").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        Assert.Equal(JsonValueKind.Null, (await team.Viewer.ReadAsync($"/api/tasks/trash?projectId={one}")).GetProperty("nextCursor").ValueKind);
    }
}
