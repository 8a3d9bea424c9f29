namespace Waymark.EndToEnd.Tests.Journeys;

/// <summary>Somebody with a project, and a colleague who came by an invitation link.</summary>
internal sealed record TeamOfTwo(Api Api, Person Owner, Person Colleague, Guid ProjectId)
{
    public static async Task<TeamOfTwo> MeetAsync(Api api, string role = "contributor")
    {
        var owner = await api.RegisterAsync("Ada");
        var project = await owner.Client.PostAsync("/api/projects", new { name = "Analytical engine" }).JsonAsync(HttpStatusCode.Created);
        var invited = await owner.Client.PostAsync($"/api/projects/{project.Id()}/members", new { email = $"grace-{Guid.CreateVersion7():N}@example.org", role })
            .JsonAsync(HttpStatusCode.Created);
        var token = new Uri(invited.Text("invitationLink")).Segments[^1];

        using var anyone = api.Client();
        var invitation = await anyone.ReadAsync($"/api/invitations/{token}");
        Assert.Equal(("Analytical engine", "Ada"), (invitation.Text("projectName"), invitation.Text("inviterName")));

        var colleague = await api.RegisterAsync("Grace");
        var accepted = await colleague.Client.PostAsync($"/api/invitations/{token}/accept").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(project.Id(), accepted.Id());
        await colleague.Client.PostAsync($"/api/invitations/{token}/accept").RefusedAsync(HttpStatusCode.NotFound, "not_found");
        return new TeamOfTwo(api, owner, colleague, project.Id());
    }

    public Task<JsonElement> AddTaskAsync(Person by, string title, params Guid[] assigneeIds) =>
        by.Client.PostAsync("/api/tasks", new { projectId = ProjectId, title, assigneeIds }).JsonAsync(HttpStatusCode.Created);

    public Task<HubConnection> ListenAsync(Person person) =>
        HubConnection.OpenAsync(Api.Address, $"/hubs/live?access_token={person.AccessToken}", null, CancellationToken.None);
}
