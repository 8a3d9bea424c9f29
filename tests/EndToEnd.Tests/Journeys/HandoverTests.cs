namespace Waymark.EndToEnd.Tests.Journeys;

public sealed class HandoverTests(RunningProduct product)
{
    [Fact]
    public async Task A_project_is_handed_over_and_its_first_owner_leaves_it()
    {
        var team = await MeetInWorkspaceAsync();
        var task = await team.AddTaskAsync(team.Owner, "Stays with the project");
        var own = $"/api/projects/{team.ProjectId}/members/{team.Owner.Id}";

        await team.Owner.Client.SendAsync(HttpMethod.Delete, own).RefusedAsync(HttpStatusCode.UnprocessableEntity, "last_owner");
        var handed = await team.Owner.Client.PostAsync($"/api/projects/{team.ProjectId}/transfer", new { userId = team.Colleague.Id }).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(team.Colleague.Id, handed.Id("ownerId"));
        await team.Owner.Client.SendAsync(HttpMethod.Delete, own).JsonAsync(HttpStatusCode.NoContent);

        await team.Owner.Client.SendAsync(HttpMethod.Get, $"/api/projects/{team.ProjectId}").RefusedAsync(HttpStatusCode.NotFound, "not_found");
        // The services beside projects learn of the departure by an event.
        await Eventually.GetAsync(async () =>
        {
            using var answer = await team.Owner.Client.SendAsync(HttpMethod.Get, $"/api/tasks/{task.Id()}");
            return answer.StatusCode;
        }, status => status == HttpStatusCode.NotFound);
        Assert.Equal("Stays with the project", (await team.Colleague.Client.ReadAsync($"/api/tasks/{task.Id()}")).Text("title"));
        Assert.Equal([team.Colleague.Id], (await team.Colleague.Client.ReadAsync($"/api/projects/{team.ProjectId}/members")).Items().Select(m => m.Id("userId")));
    }

    /// <summary>A team in the workspace of somebody else: the owner of a workspace sees its projects even without being a member.</summary>
    private async Task<TeamOfTwo> MeetInWorkspaceAsync()
    {
        var (head, owner, colleague) = (await product.Api.RegisterAsync("Charles"), await product.Api.RegisterAsync("Ada"), await product.Api.RegisterAsync("Grace"));
        var workspace = await head.Client.PostAsync("/api/workspaces", new { name = "Engine works" }).JsonAsync(HttpStatusCode.Created);
        foreach (var person in new[] { owner, colleague })
            await head.Client.PostAsync($"/api/workspaces/{workspace.Id()}/members", new { userId = person.Id, role = "member" }).JsonAsync(HttpStatusCode.Created);

        var project = await owner.Client.PostAsync("/api/projects", new { name = "Engine", workspaceId = workspace.Id() }).JsonAsync(HttpStatusCode.Created);
        await owner.Client.PostAsync($"/api/projects/{project.Id()}/members", new { userId = colleague.Id, role = "contributor" }).JsonAsync(HttpStatusCode.Created);
        return new TeamOfTwo(product.Api, owner, colleague, project.Id());
    }
}
