using System.Net;

namespace Waymark.Services.Tests.Given;

/// <summary>Projects whose workflow has rules.</summary>
internal static class GuardedProjects
{
    /// <summary>
    /// A project of the team in which <c>done</c> takes two approvals of manager, owner and viewer, <c>in_review</c> wants an assignee and an
    /// estimate, and only managers cancel.
    /// </summary>
    public static async Task<Guid> GuardedProjectAsync(this WaymarkApi api, Team team)
    {
        var (project, _) = await team.NewProjectAsync();
        await team.Owner.PutAsync($"/api/projects/{project}/workflow", new { states = States(team) }).JsonAsync(HttpStatusCode.OK);
        await Eventually.GetAsync(
            () => api.QueryAsync<string>("tasks", $"select workflow from project where id = '{project}' union all select '' limit 1"),
            workflow => workflow.Contains("approval", StringComparison.Ordinal));
        return project;
    }

    /// <summary>The states of this workflow.</summary>
    public static object[] States(Team team) =>
    [
        new { key = "backlog", name = "Backlog", category = "backlog" },
        new { key = "todo", name = "To do", category = "unstarted", guards = new[] { new { to = "cancelled", role = "manager" } } },
        new { key = "in_progress", name = "In progress", category = "started" },
        new { key = "in_review", name = "In review", category = "started", requiredFields = new[] { "assigneeIds", "estimateMinutes" } },
        new { key = "done", name = "Done", category = "completed", approval = new { approverIds = new[] { team.Manager.Id, team.Owner.Id, team.Viewer.Id }, needed = 2 } },
        new { key = "cancelled", name = "Cancelled", category = "cancelled" },
    ];
}
