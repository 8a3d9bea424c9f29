using System.Globalization;
using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Board;

/// <summary>
/// Whoever moves what at the same time: every task stands on the board once. <c>WAYMARK_MOVES=10000</c> takes a longer run; the
/// seed of a failing one stands in its message.
/// </summary>
public sealed class BoardOrderTests(WaymarkApi api, Team team) : IClassFixture<Team>
{
    private const int Tasks = 20;
    private const int AtOnce = 8;

    private static readonly string[] Statuses = ["todo", "in_progress", "in_review", "done"];

    private static int Moves => int.TryParse(Environment.GetEnvironmentVariable("WAYMARK_MOVES"), CultureInfo.InvariantCulture, out var moves) ? moves : 400;

    [Fact]
    public async Task Concurrent_random_moves_lose_and_double_nothing()
    {
        var seed = Random.Shared.Next();
        var (project, _) = await team.NewProjectAsync();
        var tasks = new List<Guid>();
        for (var i = 0; i < Tasks; i++)
        {
            tasks.Add((await team.TaskAsync(projectId: project)).Id());
        }

        await Parallel.ForAsync(0, Moves, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, ct) =>
        {
            var random = new Random(seed + i);
            var (task, other) = (tasks[random.Next(Tasks)], tasks[random.Next(Tasks)]);
            var status = random.Next(3) == 0 ? Statuses[random.Next(Statuses.Length)] : null;
            object place = random.Next(5) switch
            {
                0 => new { status },
                1 or 2 => new { status, beforeId = other },
                _ => new { status, afterId = other },
            };
            using var moved = await team.Contributor.PostAsync($"/api/tasks/{task}/move", place);
            Assert.True(moved.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, $"seed {seed}, move {i}: {(int)moved.StatusCode} {await moved.Content.ReadAsStringAsync(ct)}");
        });

        var board = (await team.Viewer.ReadAsync($"/api/projects/{project}/board")).GetProperty("columns").EnumerateArray().ToList();
        Assert.Equal(tasks.Order(), board.SelectMany(c => c.GetProperty("tasks").EnumerateArray()).Select(t => t.Id()).Order());
        var list = (await team.Viewer.ReadAsync($"/api/tasks?projectId={project}&sort=rank")).Items();
        Assert.Equal(tasks.Order(), list.Select(t => t.Id()).Order());
        Assert.Equal(list.Select(t => t.Text("rank")).Distinct().Order(StringComparer.Ordinal), list.Select(t => t.Text("rank")));
        Assert.All(board, c => Assert.Equal(list.Where(t => t.Text("status") == c.Text("status")).Select(t => t.Id()), c.GetProperty("tasks").EnumerateArray().Select(t => t.Id())));
        Assert.Equal(0, await api.QueryAsync<long>("tasks", $"select count(*) from task t where project_id = '{project}' and version <> (select max(version) from task_event where stream_id = t.id)"));
    }
}
