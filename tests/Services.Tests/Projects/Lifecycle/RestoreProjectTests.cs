using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Lifecycle;

public sealed class RestoreProjectTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_restored_project_is_as_it_was()
    {
        var path = await places.TeamProjectAsync();
        await places.Owner.PostAsync($"{path}/archive").JsonAsync(HttpStatusCode.OK);
        await places.Owner.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);
        var restored = await places.Owner.PostAsync($"{path}/restore").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("archived", 4, "owner"), (restored.Text("state"), restored.Number("memberCount"), restored.Text("role")));
        await places.Viewer.ReadAsync(path);
        await places.Api.ToldAsync(
            $"project:{restored.Id()}",
            "project.created", "member.added", "member.added", "member.added", "project.archived", "project.deleted", "project.restored");
    }

    [Fact]
    public async Task The_trash_exists_for_owners_alone()
    {
        var path = await places.TeamProjectAsync();
        await places.Owner.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);
        foreach (var person in new[] { places.Manager, places.Viewer, places.Stranger })
        {
            await person.PostAsync($"{path}/restore").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    [Fact]
    public async Task Restoring_what_was_never_deleted_changes_nothing()
    {
        var path = await places.TeamProjectAsync();
        Assert.Equal(4, (await places.Owner.PostAsync($"{path}/restore").JsonAsync(HttpStatusCode.OK)).Version());
        await places.Manager.PostAsync($"{path}/restore").ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Owner.PostAsync($"/api/projects/{Guid.CreateVersion7()}/restore").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_project_whose_workspace_was_deleted_stays_in_the_trash()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        var (earlier, later) = ($"/api/projects/{(await places.OwnProjectAsync("Earlier", workspace)).Id()}", $"/api/projects/{(await places.OwnProjectAsync("Later", workspace)).Id()}");
        var deletion = await places.Owner.DeleteAsync(earlier).ChangeIdAsync();
        await places.Owner.DeleteAsync($"/api/workspaces/{workspace}").JsonAsync(HttpStatusCode.NoContent);
        await Eventually.GetAsync(async () => (await places.Owner.GetAsync(later)).StatusCode, status => status == HttpStatusCode.NotFound);

        await places.Owner.PostAsync($"{later}/restore").ProblemAsync(HttpStatusCode.UnprocessableEntity, "workspace_deleted");
        await places.Owner.PostAsync($"{earlier}/restore").ProblemAsync(HttpStatusCode.UnprocessableEntity, "workspace_deleted");
        await places.Owner.PostAsync($"{earlier}/changes/{deletion}/undo").ProblemAsync(HttpStatusCode.UnprocessableEntity, "workspace_deleted");
        await places.Owner.PostAsync("/api/projects", new { name = "Another", workspaceId = workspace }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
