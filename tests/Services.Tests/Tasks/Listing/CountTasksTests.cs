using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Listing;

public sealed class CountTasksTests(WaymarkApi api, GivenTasks given) : IClassFixture<GivenTasks>
{
    [Theory]
    [InlineData("", 6)]
    [InlineData("status=todo", 2)]
    [InlineData("q=needles", 1)]
    [InlineData("q=zeppelin", 0)]
    [InlineData("query=priority >= high order by due", 2)]
    [InlineData("query=needles&status=todo", 0)]
    [InlineData("limit=1&sort=rank&cursor=x", 6)]
    public async Task A_list_is_counted_by_its_filters_and_its_query(string query, int expected)
    {
        Assert.Equal((expected, false), Read(await given.Owner.ReadAsync(PathOf(query))));
        Assert.Equal((0, false), Read(await given.Stranger.ReadAsync(PathOf(query))));
    }

    [Fact]
    public async Task Counting_ends_at_a_thousand()
    {
        var project = (await given.Owner.PostAsync("/api/projects", new { name = "Many" }).JsonAsync(HttpStatusCode.Created)).Id();
        await given.Owner.PostAsync("/api/tasks", new { projectId = project, title = "Pattern" }).JsonAsync(HttpStatusCode.Created);
        await CopyAsync(2, 1_000);
        Assert.Equal((1_000, false), Read(await given.Owner.ReadAsync($"/api/tasks/count?projectId={project}")));
        await CopyAsync(1_001, 1_002);
        Assert.Equal((1_000, true), Read(await given.Owner.ReadAsync($"/api/tasks/count?projectId={project}")));
        Assert.Equal((1_000, true), Read(await given.Owner.ReadAsync($"/api/tasks/count?projectId={project}&q=pattern&query=status%3Dtodo")));

        Task<long> CopyAsync(int from, int to) => api.QueryAsync<long>(
            "tasks",
            $"""
            with numbers as (update project_counter set last_number = {to} where project_id = '{project}'),
            copies as (
                insert into task
                select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', n, 'rank', 'z' || n))).*
                from task t cross join generate_series({from}, {to}) n where t.project_id = '{project}' and t.number = 1
                returning 1)
            select count(*) from copies
            """);
    }

    [Fact]
    public async Task What_is_wrong_with_the_question_is_said()
    {
        await given.Owner.GetAsync(PathOf("priority=soon")).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        await given.Owner.GetAsync(PathOf("query=due <")).ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
        await given.Owner.GetAsync(PathOf("query=status = nowhere")).ProblemAsync(HttpStatusCode.BadRequest, "query_invalid");
    }

    private string PathOf(string query) => given.Path(query).Replace("/api/tasks?", "/api/tasks/count?", StringComparison.Ordinal);

    private static (int Count, bool IsMore) Read(JsonElement answer) => (answer.GetProperty("count").GetInt32(), answer.GetProperty("isMore").GetBoolean());
}
