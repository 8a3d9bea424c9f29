using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Querying;

/// <summary>The list of tasks asked in the query language.</summary>
public sealed class QueriedListTests(WaymarkApi api, GivenTasks given) : IClassFixture<GivenTasks>
{
    [Theory]
    [InlineData("status = in_progress and assignee = me and due < 2026-05-02 + 7d order by priority desc, due", "beta")]
    [InlineData("", "alpha beta gamma delta epsilon zeta")]
    [InlineData("status in (todo, \"Done\")", "alpha gamma zeta")]
    [InlineData("category = cancelled or StatusCategory = backlog", "delta epsilon")]
    [InlineData("assignee = {helper}", "alpha beta")]
    [InlineData("assignee is empty", "gamma delta epsilon")]
    [InlineData("assignee != me", "alpha gamma delta epsilon")]
    [InlineData("assignee = Hana", "alpha beta")]
    [InlineData("assignee = HANA and assignee = \"{ownerEmail}\"", "beta")]
    [InlineData("reporter = hana", "gamma epsilon")]
    [InlineData("watcher is empty", "")]
    [InlineData("watcher = me", "alpha beta delta zeta")]
    [InlineData("priority >= medium", "beta delta epsilon")]
    [InlineData("label = RED and label != blue", "alpha")]
    [InlineData("label ~ bl", "beta delta")]
    [InlineData("parent = {alpha}", "gamma epsilon")]
    [InlineData("parent = LIST-1", "gamma epsilon")]
    [InlineData("parent = LIST-99", "")]
    [InlineData("key in (list-2, LIST-4) and project = list", "beta delta")]
    [InlineData("project = {project} and number > 4", "epsilon zeta")]
    [InlineData("difficulty = 3", "alpha epsilon")]
    [InlineData("estimate is not empty", "beta")]
    [InlineData("progress = 100", "gamma delta")]
    [InlineData("progress > 0 and progress < 100", "alpha")]
    [InlineData("overdue = true", "alpha beta")]
    // The first of May ends in Tokyo at three in the afternoon of UTC.
    [InlineData("due < 2026-05-01T15:00:00Z", "beta")]
    [InlineData("due < 2026-05-01", "")]
    [InlineData("due <= 2026-05-01", "alpha beta")]
    [InlineData("due = 2026-05-01", "alpha beta")]
    [InlineData("due > 2026-05-01", "delta")]
    [InlineData("start >= 2026-04-01 and start < 2026-05-15", "alpha")]
    [InlineData("created >= today - 1d and updated <= now and completed is empty", "alpha beta epsilon zeta")]
    [InlineData("needles", "beta")]
    [InlineData("text ~ \"%\" or \"_x\" or \"LIST-3\"", "gamma delta zeta")]
    [InlineData("title = \"ALPHA\" or description ~ NEEDLES", "alpha beta")]
    public async Task A_query_finds_what_it_says(string query, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), Words(await given.Owner.ReadAsync(Path(query))).Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_longest_query_fits_into_an_address()
    {
        var query = $"title = \"{new string('漢', 4_000 - 10)}\"";
        Assert.Empty((await given.Owner.ReadAsync(Path(query))).Items());
        await given.Owner.GetAsync(Path(query + " ")).ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
    }

    [Fact]
    public async Task A_query_goes_with_the_other_filters() =>
        Assert.Equal(["zeta"], Words(await given.Owner.ReadAsync(Path("assignee = me") + "&status=todo")));

    [Theory]
    [InlineData("status = todo and sise = 3", 18, "There is no field")]
    [InlineData("due < today + 7x", 15, "A unit is expected")]
    [InlineData("status = in_progres", 9, "Did you mean in_progress?")]
    [InlineData("status = todo or status in (done, nowhere)", 34, "None of your projects has the status")]
    [InlineData("not project = NONE", 14, "None of your projects has the key NONE.")]
    [InlineData("project = 0190a000-0000-7000-8000-00000000000a", 10, "None of your projects has this id.")]
    [InlineData("assignee = \"Sten\"", 11, "Nobody in your projects is called")]
    [InlineData("assignee = Hanna", 11, "Did you mean Hana?")]
    [InlineData("priority = highest", 11, "priority is one of none, low, medium, high, urgent.")]
    [InlineData("parent = 12", 9, "A key such as WEB-12")]
    [InlineData("field(\"Cost\") > 3", 6, "There is no custom field")]
    [InlineData("title = \"\u0001\"", 9, "cannot be read")]
    public async Task A_fault_is_told_with_its_place(string query, int position, string detail)
    {
        var problem = await given.Owner.GetAsync(Path(query)).ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
        Assert.Equal(position, problem.Number("position"));
        Assert.NotEqual(0, problem.GetProperty("expected").GetArrayLength());
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_that_only_one_of_the_callers_projects_has_is_known()
    {
        var project = await given.Owner.PostAsync("/api/projects", new { name = "Own flow" }).JsonAsync(HttpStatusCode.Created);
        var workflow = $"/api/projects/{project.Id()}/workflow";
        var states = JsonSerializer.SerializeToNode((await given.Owner.ReadAsync(workflow)).GetProperty("states"))!.AsArray();
        states.Add(JsonSerializer.SerializeToNode(new { key = "waiting", name = "Waiting", category = "started", order = 99, next = Array.Empty<string>() }));
        await given.Owner.PutAsync(workflow, new { states }).JsonAsync(HttpStatusCode.OK);

        var query = "/api/tasks?query=" + Uri.EscapeDataString("status = waiting");
        await Eventually.GetAsync(async () => (await given.Owner.GetAsync(query)).StatusCode, status => status == HttpStatusCode.OK);
        await given.Stranger.GetAsync(query).ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
    }

    [Theory]
    [InlineData("order by title", "alpha beta delta epsilon gamma zeta")]
    [InlineData("order by title desc", "zeta gamma epsilon delta beta alpha")]
    [InlineData("order by priority desc, title", "delta beta epsilon gamma alpha zeta")]
    [InlineData("order by difficulty, title desc", "epsilon alpha gamma zeta delta beta")]
    [InlineData("order by difficulty desc, title", "gamma alpha epsilon beta delta zeta")]
    [InlineData("order by due desc, number", "delta alpha beta gamma epsilon zeta")]
    [InlineData("order by key desc", "zeta epsilon delta gamma beta alpha")]
    [InlineData("order by category, status desc, title", "epsilon delta gamma beta alpha zeta")]
    public async Task Pages_follow_the_order_of_the_query(string query, string expected)
    {
        var (words, cursor) = (new List<string>(), "");
        do
        {
            var page = await given.Owner.ReadAsync($"{Path(query)}&limit=2{cursor}");
            words.AddRange(Words(page));
            cursor = page.IsNull("nextCursor") ? null : $"&cursor={page.GetProperty("nextCursor").GetString()}";
        }
        while (cursor is not null);
        Assert.Equal(expected, string.Join(' ', words));
    }

    [Fact]
    public async Task Without_an_order_of_its_own_a_query_follows_sort()
    {
        Assert.Equal(["alpha", "beta"], Words(await given.Owner.ReadAsync(Path("number < 3") + "&sort=number")));
        Assert.Equal(["beta", "alpha"], Words(await given.Owner.ReadAsync(Path("number < 3"))));
        Assert.Equal(["alpha", "beta"], Words(await given.Owner.ReadAsync(Path("number < 3") + "&sort=rank")));
        var problem = await given.Owner.GetAsync(Path("order by title") + "&sort=number").ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        Assert.True(problem.GetProperty("errors").TryGetProperty("sort", out _));
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_query()
    {
        var cursor = (await given.Owner.ReadAsync(Path("number > 1 order by due") + "&limit=1")).GetProperty("nextCursor").GetString();
        await given.Owner.ReadAsync(Path("NUMBER > 1  order by due asc") + $"&limit=1&cursor={cursor}");
        foreach (var other in new[] { Path("number > 2 order by due"), Path("number > 1 order by due desc"), Path("number > 1"), given.Path("sort=dueAt"), given.Path("") })
        {
            await given.Owner.GetAsync($"{other}&cursor={cursor}").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        }

        var plain = (await given.Owner.ReadAsync(given.Path("limit=1&sort=dueAt"))).GetProperty("nextCursor").GetString();
        foreach (var wrong in new[] { plain, "x", "" })
        {
            await given.Owner.GetAsync($"{Path("number > 1 order by due")}&cursor={wrong}").ProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        }
    }

    [Fact]
    public async Task A_page_may_end_at_the_longest_title()
    {
        var project = await given.Owner.PostAsync("/api/projects", new { name = "Long" }).JsonAsync(HttpStatusCode.Created);
        foreach (var last in new[] { "一", "二" })
        {
            await given.Owner.PostAsync("/api/tasks", new { projectId = project.Id(), title = string.Concat(Enumerable.Repeat("漢", 499)) + last }).JsonAsync(HttpStatusCode.Created);
        }

        foreach (var order in new[] { "query=order+by+title", "sort=title" })
        {
            var path = $"/api/tasks?projectId={project.Id()}&limit=1&{order}";
            var first = await given.Owner.ReadAsync(path);
            var second = await given.Owner.ReadAsync($"{path}&cursor={first.GetProperty("nextCursor").GetString()}");
            Assert.EndsWith("二", Assert.Single(second.Items()).GetProperty("title").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("title is not empty")]
    [InlineData("not title = x or title = x")]
    [InlineData("reporter = me or reporter != me")]
    [InlineData("key = LIST-1 or parent = LIST-1 or text ~ a")]
    public async Task No_query_shows_what_the_caller_may_not_see(string query)
    {
        Assert.Empty((await given.Stranger.ReadAsync($"/api/tasks?query={Uri.EscapeDataString(query)}")).Items());
        Assert.Empty((await given.Stranger.ReadAsync(Path(query))).Items());
    }

    [Fact]
    public async Task Somebody_of_whom_this_service_has_not_heard_yet_sees_the_project()
    {
        var (project, person) = (await GivenProject.CreateAsync(api), api.Someone());
        await project.AddTaskAsync("Known to the owner");
        project.LetJoin(person.Id, "contributor");
        Assert.Single((await person.ReadAsync($"/api/tasks?projectId={project.Id}&query=project%3D{project.Id}")).Items());
    }

    [Fact]
    public async Task Descriptions_come_when_they_are_asked_for()
    {
        Assert.False((await given.Owner.ReadAsync(Path("needles"))).Items()[0].TryGetProperty("description", out _));
        Assert.Equal("of Needles", (await given.Owner.ReadAsync(Path("needles") + "&fields=description")).Items()[0].GetProperty("description").GetString());
    }

    private string Path(string query)
    {
        var (owner, text) = (given.Owner, given.Path(query));
        var asked = text[(text.IndexOf('&', StringComparison.Ordinal) + 1)..]
            .Replace("{ownerEmail}", owner.Email, StringComparison.Ordinal).Replace("{project}", given.ProjectId.ToString(), StringComparison.Ordinal);
        return $"/api/tasks?projectId={given.ProjectId}&query={Uri.EscapeDataString(asked)}";
    }

    private static IEnumerable<string> Words(JsonElement page) => page.Items().Select(t => t.GetProperty("title").GetString()!.Split(' ', '_')[0]);
}
