using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Board;

public sealed class GetBoardTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    private const int MostCards = 200;

    [Fact]
    public async Task The_columns_are_the_states_of_the_workflow_in_their_order()
    {
        var (project, _) = await team.NewProjectAsync();
        var task = await team.TaskAsync(new { status = "in_review", description = "long" }, project);

        var columns = await ColumnsAsync(project);
        Assert.Equal(["backlog", "todo", "in_progress", "in_review", "done", "cancelled"], columns.Select(c => c.Text("status")));
        Assert.Equal(["backlog", "unstarted", "started", "started", "completed", "cancelled"], columns.Select(c => c.Text("category")));
        Assert.Equal([0, 0, 0, 1, 0, 0], columns.Select(c => c.GetProperty("taskCount").GetInt32()));
        var card = Assert.Single(columns[3].GetProperty("tasks").EnumerateArray());
        Assert.Equal(task.Id(), card.Id());
        Assert.False(card.TryGetProperty("description", out _) || card.TryGetProperty("customFields", out _));
    }

    [Fact]
    public async Task A_full_column_goes_on_in_the_list()
    {
        var (project, _) = await team.NewProjectAsync();
        var first = await team.TaskAsync(projectId: project);
        await api.QueryAsync<long>("tasks", CopyOf(first.Id(), MostCards + 2));

        var column = (await ColumnsAsync(project)).Single(c => c.Text("status") == "todo");
        var cards = column.GetProperty("tasks").EnumerateArray().Select(t => t.Id()).ToList();
        Assert.Equal((MostCards + 3, MostCards), (column.GetProperty("taskCount").GetInt32(), cards.Count));
        var rest = await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&status=todo&sort=rank&cursor={column.Text("nextCursor")}");
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("nextCursor").ValueKind);
        Assert.Equal(MostCards + 3, cards.Concat(rest.Items().Select(t => t.Id())).Distinct().Count());
        Assert.Equal(3, rest.Items().Count);
    }

    [Fact]
    public async Task A_past_board_shows_everything_where_it_stood_then()
    {
        var (project, _) = await team.NewProjectAsync();
        var (a, b, c) = (await team.TaskAsync(new { title = "a" }, project), await team.TaskAsync(new { title = "b" }, project), await team.TaskAsync(new { title = "c" }, project));
        await team.Contributor.PostAsync($"/api/tasks/{c.Id()}/move", new { beforeId = a.Id() }).JsonAsync();
        var then = (await team.Contributor.PatchAsync($"/api/tasks/{b.Id()}", new { status = "in_progress", labels = new[] { "red" } }).JsonAsync()).Text("updatedAt");
        var before = await ColumnsAsync(project);

        await team.Contributor.PatchAsync($"/api/tasks/{b.Id()}", new { title = "B", status = "done" }).JsonAsync();
        await team.Contributor.PostAsync($"/api/tasks/{c.Id()}/move").JsonAsync();
        await team.Contributor.DeleteAsync($"/api/tasks/{a.Id()}").JsonAsync(HttpStatusCode.NoContent);
        await team.TaskAsync(projectId: project);

        var past = await ColumnsAsync(project, $"?asOf={Uri.EscapeDataString(then)}");
        Assert.Equal(before.Select(c => c.GetRawText()), past.Select(c => c.GetRawText()));
        Assert.All(await ColumnsAsync(project, "?asOf=2001-01-01T00:00:00Z"), c => Assert.Equal(0, c.GetProperty("taskCount").GetInt32()));
        var now = await ColumnsAsync(project, "?asOf=2199-01-01T00:00:00Z");
        Assert.Equal((await ColumnsAsync(project)).Select(c => c.GetRawText()), now.Select(c => c.GetRawText()));
        await team.Viewer.GetAsync($"/api/projects/{project}/board?asOf=yesterday").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task Fields_bring_what_cards_leave_out_also_what_is_computed_and_what_was_so_then()
    {
        var (project, _) = await team.NewProjectAsync();
        await team.Owner.PostAsync($"/api/projects/{project}/custom-fields", new { name = "Cost", type = "number" }).JsonAsync(HttpStatusCode.Created);
        await team.Owner.PostAsync($"/api/projects/{project}/custom-fields", new { name = "Double", type = "formula", formula = "field(\"Cost\") * 2" }).JsonAsync(HttpStatusCode.Created);
        await Eventually.GetAsync(() => api.QueryAsync<long>("tasks", $"select count(*) from project_field where project_id = '{project}'"), known => known == 2);
        var task = await team.TaskAsync(new { description = "long", customFields = new { Cost = 2 } }, project);
        var then = Uri.EscapeDataString(task.Text("updatedAt"));
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { description = "", customFields = new { Cost = (int?)null } }).JsonAsync();

        Assert.Equal(("", ""), await CardAsync("?fields=description,customFields"));
        Assert.Equal(("long", "Cost 2, Double 4"), await CardAsync($"?fields=description,customFields&asOf={then}"));
        await team.Contributor.PatchAsync($"/api/tasks/{task.Id()}", new { customFields = new { Cost = 3 } }).JsonAsync();
        Assert.Equal((null, "Cost 3, Double 6"), await CardAsync("?fields=customFields"));
        Assert.Equal(("long", null), await CardAsync($"?fields=description&asOf={then}"));

        async Task<(string? Description, string? CustomFields)> CardAsync(string query)
        {
            var card = (await ColumnsAsync(project, query)).SelectMany(c => c.GetProperty("tasks").EnumerateArray()).Single();
            return (
                card.TryGetProperty("description", out var text) ? text.GetString() : null,
                card.TryGetProperty("customFields", out var fields) ? string.Join(", ", fields.EnumerateObject().Select(f => $"{f.Name} {f.Value}").Order(StringComparer.Ordinal)) : null);
        }
    }

    [Fact]
    public async Task Strangers_find_no_board()
    {
        await team.Stranger.GetAsync($"/api/projects/{team.ProjectId}/board").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync($"/api/projects/{Guid.CreateVersion7()}/board").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await team.Viewer.GetAsync("/api/projects/none/board").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private async Task<List<JsonElement>> ColumnsAsync(Guid project, string query = "") =>
        [.. (await team.Viewer.ReadAsync($"/api/projects/{project}/board{query}")).GetProperty("columns").EnumerateArray()];

    /// <summary>Copies of a task without the requests that would make them; what counts is that they are many.</summary>
    private static string CopyOf(Guid task, int count) =>
        $"""
        with copied as (
            insert into task
            select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', n + 1, 'rank', 'm' || lpad(n::text, 6, '0') || 'x'))).*
            from task t, generate_series(1, {count}) n where t.id = '{task}'
            returning 1)
        select count(*) from copied
        """;
}
