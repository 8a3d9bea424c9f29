using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Milestones;

public sealed class DeleteMilestoneTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_deleted_milestone_is_gone_and_told_of()
    {
        var project = await places.TeamProjectAsync();
        var id = (await places.Manager.PostAsync($"{project}/milestones", new { name = "Beta" }).JsonAsync(HttpStatusCode.Created)).Id();
        var path = $"{project}/milestones/{id}";
        await places.Contributor.DeleteAsync(path).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");

        using var deleted = await places.Manager.DeleteAsync(path);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await places.Manager.DeleteAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Manager.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Api.ToldAsync($"milestone:{id}", "milestone.created", "milestone.deleted");
    }
}
