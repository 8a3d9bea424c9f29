using System.Net;
using System.Text.Json;
using Waymark.Platform.Data;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.SavedViews;

public sealed class RenameInViewsTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task What_is_renamed_keeps_its_place_in_the_views_of_its_project_and_in_those_of_the_workspace_that_mean_nothing_else()
    {
        var (project, _) = await team.NewProjectAsync();
        var (other, _) = await team.NewProjectAsync();
        var cost = await MakeAsync(project, "custom-fields", new { name = "Cost", type = "number" });
        var risk = await MakeAsync(project, "custom-fields", new { name = "Risk", type = "number" });
        await MakeAsync(other, "custom-fields", new { name = "Risk", type = "number" });
        var label = await MakeAsync(project, "labels", new { name = "Bug" });
        var milestone = await MakeAsync(project, "milestones", new { name = "Opening" });
        var cycle = await MakeAsync(project, "cycles", new { name = "current", startDate = "2026-03-02", endDate = "2026-03-13" });
        const string All = "field(\"COST\") > 1 and label in (bug, x) and milestone = opening and cycle in (current, \"current\") order by field(\"Cost\")";
        var ours = await ViewAsync(new { name = "Ours", projectId = project, query = All });
        var wide = await ViewAsync(new { name = "Wide", workspaceId = team.Owner.Id, query = "field(\"Cost\") > 1 and field(\"Risk\") > 1" });
        var risky = await ViewAsync(new { name = "Risky", projectId = project, query = "field(\"Risk\") > 1" });
        var theirs = await ViewAsync(new { name = "Theirs", projectId = other, query = "field(\"Risk\") > 1 and label = bug" });

        await RenameAsync(project, "custom-fields", risk, "Danger");
        await RenameAsync(project, "custom-fields", cost, "Price \"net\"");
        await RenameAsync(project, "labels", label, "Fault");
        await RenameAsync(project, "milestones", milestone, "Closing");
        await RenameAsync(project, "cycles", cycle, "Spring");

        const string Renamed = "field(\"Price \\\"net\\\"\") > 1 and label in (\"Fault\", x) and milestone = \"Closing\" and cycle in (current, \"Spring\") order by field(\"Price \\\"net\\\"\")";
        var found = await Eventually.GetAsync(() => team.Owner.ReadAsync($"/api/views/{ours}"), view => view.Text("query") == Renamed);
        Assert.Equal(5, found.Version());
        await Eventually.GetAsync(() => team.Owner.ReadAsync($"/api/views/{risky}"), view => view.Text("query") == "field(\"Danger\") > 1");
        await Eventually.GetAsync(() => team.Owner.ReadAsync($"/api/views/{wide}"), view => view.Text("query") == "field(\"Price \\\"net\\\"\") > 1 and field(\"Risk\") > 1");
        Assert.Equal(("field(\"Risk\") > 1 and label = bug", 1), ((await team.Owner.ReadAsync($"/api/views/{theirs}")).Text("query"), (await team.Owner.ReadAsync($"/api/views/{theirs}")).Version()));
        Assert.Empty((await team.Owner.ReadAsync($"/api/tasks?projectId={project}&query={Uri.EscapeDataString(Renamed)}")).Items());
    }

    [Fact]
    public async Task Who_saves_a_view_while_something_is_renamed_waits_and_names_it_as_it_is_called_then()
    {
        const string Waiting = "select count(*) from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.query like '%pg_advisory_xact_lock_shared%'";
        var (project, _) = await team.NewProjectAsync();
        await MakeAsync(project, "cycles", new { name = "Thaw", startDate = "2026-03-02", endDate = "2026-03-13" });
        await using var connection = await api.AdministratorOfAsync("tasks");
        await using var renaming = await connection.BeginTransactionAsync(Ct);
        await connection.RunAsync(
            $"select pg_advisory_xact_lock(hashtextextended('{team.Owner.Id}', 11)); update cycle set name = 'Heat' where project_id = '{project}'", Ct);

        var view = new { name = "At the thaw", projectId = project, query = "cycle = thaw" };
        var saving = team.Owner.PostAsync("/api/views", view);
        await Eventually.GetAsync(() => api.QueryAsync<long>("tasks", Waiting), count => count > 0);
        await renaming.CommitAsync(Ct);

        await saving.ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
        await team.Owner.PostAsync("/api/views", view with { query = "cycle = heat" }).JsonAsync(HttpStatusCode.Created);
        var kept = await team.Owner.PostAsync("/api/views", view with { query = "" }).JsonAsync(HttpStatusCode.Created);
        await team.Owner.PatchAsync($"/api/views/{kept.Id()}", new { query = "cycle = thaw" }).ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<Guid> MakeAsync(Guid project, string kind, object body) =>
        (await team.Owner.PostAsync($"/api/projects/{project}/{kind}", body).JsonAsync(HttpStatusCode.Created)).Id();

    private Task<JsonElement> RenameAsync(Guid project, string kind, Guid id, string name) =>
        team.Owner.PatchAsync($"/api/projects/{project}/{kind}/{id}", new { name }).JsonAsync(HttpStatusCode.OK);

    /// <summary>A view, saved as soon as the names of its query are known here.</summary>
    private async Task<Guid> ViewAsync(object view)
    {
        var saved = await Eventually.GetAsync(
            async () => await (await team.Owner.PostAsync("/api/views", view)).Content.ReadAsStringAsync(), answer => answer.Contains("\"query\"", StringComparison.Ordinal));
        return JsonDocument.Parse(saved).RootElement.Id();
    }
}
