using System.Text.Json.Nodes;
using Waymark.EndToEnd.Tests.Journeys;

namespace Waymark.EndToEnd.Tests.WrongInput;

/// <summary>Somebody with one of everything, and the values that stand for the parameters of the API's paths.</summary>
internal sealed record Tenant(TeamOfTwo Team, Guid WorkspaceId, Guid LaterTaskId, IReadOnlyDictionary<string, string> Places)
{
    public Person Owner => Team.Owner;

    public static async Task<Tenant> MakeAsync(Api api)
    {
        var team = await TeamOfTwo.MeetAsync(api);
        var (owner, project) = (team.Owner.Client, $"/api/projects/{team.ProjectId}");
        await api.LogInAsync(team.Owner);
        var sessions = (await owner.ReadAsync("/api/auth/sessions")).Items();
        var workspace = await owner.PostAsync("/api/workspaces", new { name = "Works" }).JsonAsync(HttpStatusCode.Created);
        await owner.PostAsync($"/api/workspaces/{workspace.Id()}/members", new { userId = team.Colleague.Id, role = "member" }).JsonAsync(HttpStatusCode.Created);
        var workspaceInvitation = await owner.PostAsync($"/api/workspaces/{workspace.Id()}/invitations", new { email = Unused(), role = "member" }).JsonAsync(HttpStatusCode.Created);
        var invitation = await owner.PostAsync(project + "/members", new { email = Unused(), role = "viewer" }).JsonAsync(HttpStatusCode.Created);
        var label = await owner.PostAsync(project + "/labels", new { name = "urgent" }).JsonAsync(HttpStatusCode.Created);
        var milestone = await owner.PostAsync(project + "/milestones", new { name = "Opening" }).JsonAsync(HttpStatusCode.Created);
        var goal = await owner.PostAsync("/api/goals", new { name = "Bread for everybody" }).JsonAsync(HttpStatusCode.Created);
        var field = await owner.PostAsync(project + "/custom-fields", new { name = "Oven", type = "choice", options = new[] { "Stone", "Deck" } }).JsonAsync(HttpStatusCode.Created);
        var entry = await owner.PostAsync(project + "/time-entries", new { minutes = 5, date = "2026-03-02" }).JsonAsync(HttpStatusCode.Created);
        var allocation = await owner.PostAsync(project + "/allocations", new { userId = team.Colleague.Id, hoursPerWeek = 8, from = "2026-03-02", to = "2026-03-08" }).JsonAsync(HttpStatusCode.Created);
        var sheet = (await owner.ReadAsync(project + "/time-sheets")).Items()[0];
        await owner.PostAsync($"{project}/time-sheets/{sheet.Id()}/submit", new { }).JsonAsync(HttpStatusCode.OK);
        var release = await owner.PostAsync(project + "/releases", new { name = "Spring" }).JsonAsync(HttpStatusCode.Created);
        var rate = await owner.PostAsync(project + "/rates", new { amount = 9_000, currency = "EUR", validFrom = "2026-01-01" }).JsonAsync(HttpStatusCode.Created);
        var daysOff = await owner.PostAsync("/api/time-off", new { from = "2026-03-05", to = "2026-03-06" }).JsonAsync(HttpStatusCode.Created);
        var task = await team.AddTaskAsync(team.Colleague, "A task", team.Owner.Id);
        var later = await team.AddTaskAsync(team.Colleague, "A later task", team.Owner.Id);
        var dependency = await owner.PostAsync($"/api/tasks/{task.Id()}/dependencies", new { taskId = later.Id(), type = "blocks" }).JsonAsync(HttpStatusCode.Created);
        var step = await owner.PostAsync($"/api/tasks/{task.Id()}/steps", new { title = "A step" }).JsonAsync(HttpStatusCode.Created);
        var approval = await ApprovalAsync(team, task.Id());
        var template = await owner.PostAsync("/api/task-templates", new { projectId = team.ProjectId, name = "Loaf", title = "Bake {{what}}" }).JsonAsync(HttpStatusCode.Created);
        var projectTemplate = await owner.PostAsync("/api/project-templates", new { name = "Bakery", content = new { } }).JsonAsync(HttpStatusCode.Created);
        var instantiation = await owner.PostAsync($"/api/project-templates/{projectTemplate.Id()}/instantiate", new { name = "Bakery" }).JsonAsync(HttpStatusCode.Accepted);
        var comment = await owner.PostAsync($"/api/tasks/{task.Id()}/comments", new { body = "A comment" }).JsonAsync(HttpStatusCode.Created);
        var cycle = await owner.PostAsync(project + "/cycles", new { name = "Sprint 1", startDate = "2026-03-02", endDate = "2026-03-13" }).JsonAsync(HttpStatusCode.Created);
        await owner.PostAsync($"/api/cycles/{cycle.Id()}/tasks", new { taskIds = new[] { task.Id() } }).JsonAsync(HttpStatusCode.OK);
        var view = await owner.PostAsync("/api/views", new { name = "A view", projectId = team.ProjectId }).JsonAsync(HttpStatusCode.Created);
        var change = (await owner.ReadAsync($"/api/tasks/{task.Id()}/history")).Items()[0].Id("changeId");
        var notifications = await Eventually.GetAsync(() => owner.ReadAllAsync("/api/notifications"), items => items.Count > 0);

        return new Tenant(team, workspace.Id(), later.Id(), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/api/auth/sessions/{}"] = sessions.Single(s => !s.GetProperty("isCurrent").GetBoolean()).Text("id"),
            ["/api/users/{}"] = team.Owner.Id.ToString(),
            ["/api/users/account/erasure/{}"] = await ErasureAsync(api),
            ["/api/workspaces/{}"] = workspace.Text("id"),
            ["/api/workspaces/{}/members/{}"] = team.Colleague.Id.ToString(),
            ["/api/workspaces/{}/invitations/{}"] = workspaceInvitation.Text("invitationId"),
            ["/api/workspace-invitations/{}"] = Token(workspaceInvitation),
            ["/api/projects/{}"] = team.ProjectId.ToString(),
            ["/api/projects/{}/changes/{}"] = change.ToString(),
            ["/api/projects/{}/members/{}"] = team.Colleague.Id.ToString(),
            ["/api/projects/{}/invitations/{}"] = invitation.Text("invitationId"),
            ["/api/projects/{}/labels/{}"] = label.Text("id"),
            ["/api/projects/{}/milestones/{}"] = milestone.Text("id"),
            ["/api/goals/{}"] = goal.Text("id"),
            ["/api/projects/{}/custom-fields/{}"] = field.Text("id"),
            ["/api/projects/{}/time-entries/{}"] = entry.Text("id"),
            ["/api/projects/{}/allocations/{}"] = allocation.Text("id"),
            ["/api/projects/{}/time-sheets/{}"] = sheet.Text("id"),
            ["/api/projects/{}/releases/{}"] = release.Text("id"),
            ["/api/projects/{}/rates/{}"] = rate.Text("id"),
            ["/api/time-off/{}"] = daysOff.Text("id"),
            ["/api/invitations/{}"] = Token(invitation),
            ["/api/tasks/{}"] = task.Text("id"),
            ["/api/projects/{}/cycles/{}"] = cycle.Text("id"),
            ["/api/cycles/{}"] = cycle.Text("id"),
            ["/api/cycles/{}/tasks/{}"] = task.Text("id"),
            ["/api/views/{}"] = view.Text("id"),
            ["/api/tasks/{}/dependencies/{}"] = dependency.Text("id"),
            ["/api/tasks/{}/steps/{}"] = step.Text("id"),
            ["/api/tasks/{}/watchers/{}"] = team.Owner.Id.ToString(),
            ["/api/tasks/{}/approvals/{}"] = approval.Text("id"),
            ["/api/task-templates/{}"] = template.Text("id"),
            ["/api/project-templates/{}"] = projectTemplate.Text("id"),
            ["/api/project-templates/{}/instantiations/{}"] = instantiation.Text("id"),
            ["/api/changes/{}"] = change.ToString(),
            ["/api/comments/{}"] = comment.Text("id"),
            ["/api/notifications/{}"] = notifications[0].Text("id"),
        });
    }

    /// <summary>A request that the task may enter a state, which takes the approval of both; there is another state that nobody has asked for.</summary>
    private static async Task<JsonElement> ApprovalAsync(TeamOfTwo team, Guid taskId)
    {
        var path = $"/api/projects/{team.ProjectId}/workflow";
        var states = JsonNode.Parse((await team.Owner.Client.ReadAsync(path)).GetProperty("states").GetRawText())!.AsArray();
        foreach (var key in (string[])["approved", "shipped"])
        {
            states.Add(JsonSerializer.SerializeToNode(new
            {
                key,
                name = key,
                category = "started",
                order = states.Count,
                approval = new { approverIds = new[] { team.Owner.Id, team.Colleague.Id }, needed = 2 },
            }));
        }

        await team.Owner.Client.PutAsync(path, new { states }).JsonAsync(HttpStatusCode.OK);
        await Eventually.GetAsync(
            () => team.Owner.Client.ReadAsync($"/api/projects/{team.ProjectId}/board"), board => board.GetProperty("columns").EnumerateArray().Any(c => c.Text("status") == "approved"));
        return await team.Owner.Client.PostAsync($"/api/tasks/{taskId}/approvals", new { status = "approved" }).JsonAsync(HttpStatusCode.Created);
    }

    /// <summary>The token by which somebody who is gone was followed to the end.</summary>
    private static async Task<string> ErasureAsync(Api api)
    {
        var leaver = await api.RegisterAsync("Leaver");
        using var answer = await leaver.Client.SendAsync(HttpMethod.Delete, "/api/users/account", new { password = Api.Password });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var location = answer.Headers.Location!.ToString();
        using var anyone = api.Client();
        await Eventually.GetAsync(() => anyone.ReadAsync(location), erasure => erasure.Text("state") == "completed");
        return location.Split('/')[^1];
    }

    private static string Unused() => $"nobody-{Guid.CreateVersion7():N}@example.org";

    private static string Token(JsonElement invitation) => new Uri(invitation.Text("invitationLink")).Segments[^1];
}
