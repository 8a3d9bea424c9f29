using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.SavedViews;

public sealed class DeleteViewTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task A_view_is_deleted_once_by_who_may_change_it()
    {
        var path = $"/api/views/{(await team.Contributor.PostAsync("/api/views", new { name = "Ours", projectId = team.ProjectId, visibility = "project" }).JsonAsync(HttpStatusCode.Created)).Id()}";
        await team.Viewer.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await team.Stranger.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Contributor.SendAsync(HttpMethod.Delete, path, null, ("If-Match", "\"7\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale_version");
        await team.Manager.DeleteAsync(path).JsonAsync(HttpStatusCode.NoContent);
        await team.Contributor.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
