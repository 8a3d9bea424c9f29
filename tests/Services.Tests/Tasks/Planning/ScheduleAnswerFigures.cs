using System.Diagnostics;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Planning;

/// <summary>What the schedule of a large project costs over HTTP: printed, never asserted (<c>-showLiveOutput</c>).</summary>
public sealed class ScheduleAnswerFigures(WaymarkApi api, Team team, ITestOutputHelper output) : IClassFixture<Team>
{
    private const int Runs = 9;

    [Fact]
    public async Task Ten_thousand_tasks_with_twenty_thousand_dependencies()
    {
        var (project, _) = await team.NewProjectAsync();
        var first = await team.TaskAsync(new { assigneeIds = new[] { team.Contributor.Id }, estimateMinutes = 60 }, project);
        await api.QueryAsync<long>("tasks", $"""
            with made as (
                insert into task select (r).* from (
                    select jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', n + 1, 'rank', 'b' || lpad(n::text, 6, '0'), 'estimate_minutes', 30 + n % 400)) r
                    from task t, generate_series(1, 9999) n where t.id = '{first.Id()}') x
                returning 1) select count(*) from made
            """);
        var links = await api.QueryAsync<long>("tasks", $"""
            with made as (
                insert into task_dependency (id, workspace_id, from_id, to_id, kind, link, lag_minutes, created_by, created_at)
                select gen_random_uuid(), f.workspace_id, f.id, t.id, 0, 0, 0, f.reporter_id, now()
                from task f join task t on t.project_id = f.project_id and t.number in (f.number + 40, f.number + 97) where f.project_id = '{project}'
                returning 1) select count(*) from made
            """);
        output.WriteLine($"{links} dependencies");
        await MeasureAsync("schedule", $"/api/projects/{project}/schedule");
        await MeasureAsync("levelled", $"/api/projects/{project}/schedule?level=true");
        await MeasureAsync("preview of a move", $"/api/tasks/{first.Id()}/reschedule?startAt=2031-03-03");
    }

    private async Task MeasureAsync(string what, string path)
    {
        // The client of the tests checks every answer against the document, which takes its time.
        using var bare = new HttpClient(new SocketsHttpHandler());
        bare.DefaultRequestHeaders.Authorization = team.Viewer.Client.DefaultRequestHeaders.Authorization;
        var times = new List<double>();
        var length = 0;
        for (var i = 0; i < Runs; i++)
        {
            var since = Stopwatch.GetTimestamp();
            length = (await bare.GetByteArrayAsync(new Uri(api.Address, path))).Length;
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        output.WriteLine($"{what}: {times.Order().ElementAt(Runs / 2):0} ms, {length / 1024} KiB");
    }
}
