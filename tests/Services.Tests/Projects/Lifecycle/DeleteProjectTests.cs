using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Lifecycle;

public sealed class DeleteProjectTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_deleted_project_is_hidden_from_everybody()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        var path = await places.TeamProjectAsync(workspaceId: workspace);
        await places.Owner.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);

        await places.Owner.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        foreach (var below in new[] { "", "/members", "/labels", "/workflow" })
        {
            await places.Owner.GetAsync(path + below).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        await places.Manager.PatchAsync(path, new { name = "x" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Empty((await places.Owner.ReadAsync($"/api/projects?workspaceId={workspace}")).Items());
        await places.Api.ToldAsync(
            path.Replace("/api/projects/", "project:", StringComparison.Ordinal), "project.created", "member.added", "member.added", "member.added", "project.deleted");
    }

    [Fact]
    public async Task Its_tasks_go_with_it_and_come_back_with_it()
    {
        var path = await places.TeamProjectAsync();
        var task = await places.Contributor.PostAsync("/api/tasks", new { projectId = path.Split('/')[^1], title = "Task" }).JsonAsync(HttpStatusCode.Created);
        await places.Owner.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);
        await TaskIsAsync(HttpStatusCode.NotFound);
        await places.Owner.PostAsync($"{path}/restore").JsonAsync(HttpStatusCode.OK);
        await TaskIsAsync(HttpStatusCode.OK);

        Task TaskIsAsync(HttpStatusCode status) => Eventually.GetAsync(
            async () =>
            {
                using var answer = await places.Contributor.GetAsync($"/api/tasks/{task.Id()}");
                return answer.StatusCode;
            },
            found => found == status);
    }

    [Fact]
    public async Task Only_owners_delete_and_only_what_they_have_seen()
    {
        var path = await places.TeamProjectAsync();
        await places.Manager.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Viewer.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Owner.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await places.Owner.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "\"4\"")).JsonAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_key_of_a_deleted_project_is_not_given_away()
    {
        var body = new { name = "x", key = "TRASH", workspaceId = places.WorkspaceId };
        var project = await places.Owner.PostAsync("/api/projects", body).JsonAsync(HttpStatusCode.Created);
        await places.Owner.DeleteAsync($"/api/projects/{project.Id()}").JsonAsync(HttpStatusCode.NoContent);
        await places.Owner.PostAsync("/api/projects", body).ProblemAsync(HttpStatusCode.Conflict, "key_taken");
    }
}
