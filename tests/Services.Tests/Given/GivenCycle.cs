using System.Net;
using System.Text.Json;

namespace Waymark.Services.Tests.Given;

/// <summary>Cycles of a team's projects.</summary>
internal static class GivenCycle
{
    public static string PathOf(Guid project, JsonElement cycle) => $"/api/projects/{project}/cycles/{cycle.Id()}";

    public static Task<JsonElement> CycleAsync(this Team team, Guid project, string name = "Sprint 1") =>
        team.Manager.PostAsync($"/api/projects/{project}/cycles", new { name, startDate = "2026-03-02", endDate = "2026-03-13", goal = "Open the bakery" }).JsonAsync(HttpStatusCode.Created);

    public static Task<JsonElement> AllowSeveralAsync(this Team team, Guid project, bool allowsSeveral = true) =>
        team.Manager.PutAsync($"/api/projects/{project}/cycle-settings", new { allowsSeveral }).JsonAsync(HttpStatusCode.OK);

    public static Task<JsonElement> TakeAsync(this Team team, JsonElement cycle, params Guid[] taskIds) =>
        team.Contributor.PostAsync($"/api/cycles/{cycle.Id()}/tasks", new { taskIds }).JsonAsync(HttpStatusCode.OK);
}
