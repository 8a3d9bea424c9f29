using System.Net;
using System.Text.Json;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Cycles;

/// <summary>The cycles last from Monday, 2 March 2026, for two weeks: ten days of work. People are made anew, as their days off are theirs in all projects.</summary>
public sealed class GetCycleCapacityTests(WaymarkApi api)
{
    private const int Day = 8 * 60;

    [Fact]
    public async Task What_is_taken_on_is_weighed_against_the_time_of_those_who_have_it_to_do()
    {
        var team = await TeamAsync();
        var (project, cycle) = await CycleAsync(team);
        await team.Contributor.PostAsync("/api/time-off", new { from = "2026-03-05", to = "2026-03-06" }).JsonAsync(HttpStatusCode.Created);
        await team.Contributor.PostAsync("/api/time-off", new { from = "2026-03-09", to = "2026-03-09", part = "morning" }).JsonAsync(HttpStatusCode.Created);
        await TakeOnAsync(team, project, cycle, estimate: 70 * 60, team.Contributor.Id);
        await TakeOnAsync(team, project, cycle, estimate: 101, team.Contributor.Id, team.Manager.Id);
        await TakeOnAsync(team, project, cycle, estimate: 300);
        await TakeOnAsync(team, project, cycle, estimate: null, team.Manager.Id);

        var capacity = await team.Viewer.ReadAsync($"/api/cycles/{cycle}/capacity");

        Assert.Equal(["cycleId", "workdays", "capacityMinutes", "estimateMinutes", "unassignedMinutes", "unestimatedCount", "isOver", "people"], capacity.Names());
        Assert.Equal((10, 4_601, 300, 1), (capacity.Number("workdays"), capacity.Number("estimateMinutes"), capacity.Number("unassignedMinutes"), capacity.Number("unestimatedCount")));
        Assert.Equal((17 * Day) + (Day / 2), capacity.Number("capacityMinutes"));
        Assert.False(capacity.GetProperty("isOver").GetBoolean());
        Assert.Equal(["userId", "capacityMinutes", "timeOffMinutes", "estimateMinutes", "taskCount", "isOver"], Of(capacity, team.Contributor).Names());
        AssertPerson(capacity, team.Contributor, minutes: (7 * Day) + (Day / 2), estimate: 4_251, tasks: 2, isOver: true);
        Assert.Equal((2 * Day) + (Day / 2), Of(capacity, team.Contributor).Number("timeOffMinutes"));
        AssertPerson(capacity, team.Manager, minutes: 10 * Day, estimate: 50, tasks: 2, isOver: false);
    }

    [Fact]
    public async Task Who_is_planned_for_the_project_gives_it_that_and_others_what_other_projects_leave()
    {
        var team = await TeamAsync();
        var (project, cycle) = await CycleAsync(team);
        var (other, _) = await team.NewProjectAsync();
        await AllocateAsync(team, project, team.Contributor, hours: 10, "2026-03-02", "2026-03-08");
        await AllocateAsync(team, other, team.Contributor, hours: 30, "2026-03-02", "2026-03-15");
        await AllocateAsync(team, other, team.Manager, hours: 50, "2026-03-02", "2026-03-08");
        await TakeOnAsync(team, project, cycle, estimate: 60, team.Manager.Id);

        var capacity = await Eventually.GetAsync(
            () => team.Viewer.ReadAsync($"/api/cycles/{cycle}/capacity"), c => c.GetProperty("people").GetArrayLength() == 2);

        // Ten hours in the first week, and ten that the other project leaves in the second.
        AssertPerson(capacity, team.Contributor, minutes: 20 * 60, estimate: 0, tasks: 0, isOver: false);
        // Nothing is left in the first week, all of the second.
        AssertPerson(capacity, team.Manager, minutes: 5 * Day, estimate: 60, tasks: 1, isOver: false);
    }

    [Fact]
    public async Task An_empty_cycle_has_the_time_of_all_who_edit_tasks_on_the_days_of_the_calendar()
    {
        var team = await TeamAsync();
        var (project, cycle) = await CycleAsync(team);
        await team.Contributor.PutAsync("/api/capacity", new { hoursPerWeek = 20 }).JsonAsync();
        var week = new[] { "monday", "tuesday", "wednesday", "thursday" }.Select(day => new { day, hours = new[] { new { from = "08:00", to = "18:00" } } });
        await team.Manager.PutAsync($"/api/projects/{project}/calendar", new { week, holidays = new[] { "2026-03-03", "2026-03-07" } }).JsonAsync();

        var capacity = await team.Viewer.ReadAsync($"/api/cycles/{cycle}/capacity");

        Assert.Equal(7, capacity.Number("workdays"));
        Assert.Equal(3, capacity.GetProperty("people").GetArrayLength());
        AssertPerson(capacity, team.Contributor, minutes: 7 * 5 * 60, estimate: 0, tasks: 0, isOver: false);
        AssertPerson(capacity, team.Owner, minutes: 7 * 10 * 60, estimate: 0, tasks: 0, isOver: false);
    }

    [Fact]
    public async Task Who_has_left_gives_nothing_and_nobody_knows_their_time_years_ahead()
    {
        var team = await TeamAsync();
        var (project, cycle) = await CycleAsync(team);
        await TakeOnAsync(team, project, cycle, estimate: 60, team.Contributor.Id);
        await team.Manager.DeleteAsync($"/api/projects/{project}/members/{team.Contributor.Id}").JsonAsync(HttpStatusCode.NoContent);
        var capacity = await team.Viewer.ReadAsync($"/api/cycles/{cycle}/capacity");
        AssertPerson(capacity, team.Contributor, minutes: 0, estimate: 60, tasks: 1, isOver: true);
        Assert.True(capacity.GetProperty("isOver").GetBoolean());

        await team.Manager.PatchAsync($"/api/projects/{project}/cycles/{cycle}", new { endDate = "9999-12-31" }).JsonAsync();
        capacity = await team.Viewer.ReadAsync($"/api/cycles/{cycle}/capacity");
        Assert.Equal(0, capacity.Number("workdays"));
        Assert.True(capacity.IsNull("capacityMinutes") && Of(capacity, team.Contributor).IsNull("capacityMinutes"));
        Assert.False(capacity.GetProperty("isOver").GetBoolean());
        await team.Stranger.GetAsync($"/api/cycles/{cycle}/capacity").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private static JsonElement Of(JsonElement capacity, Person person) =>
        capacity.GetProperty("people").EnumerateArray().Single(p => p.Id("userId") == person.Id);

    private static void AssertPerson(JsonElement capacity, Person who, int minutes, int estimate, int tasks, bool isOver)
    {
        var person = Of(capacity, who);
        Assert.Equal((minutes, estimate, tasks), (person.Number("capacityMinutes"), person.Number("estimateMinutes"), person.Number("taskCount")));
        Assert.Equal(isOver, person.GetProperty("isOver").GetBoolean());
    }

    private static async Task<(Guid Project, Guid Cycle)> CycleAsync(Team team)
    {
        var (project, _) = await team.NewProjectAsync();
        var cycle = await team.Manager.PostAsync($"/api/projects/{project}/cycles", new { name = "One", startDate = "2026-03-02", endDate = "2026-03-15" }).JsonAsync(HttpStatusCode.Created);
        return (project, cycle.Id());
    }

    private static async Task TakeOnAsync(Team team, Guid project, Guid cycle, int? estimate, params Guid[] assigneeIds)
    {
        var task = await team.TaskAsync(new { estimateMinutes = estimate, assigneeIds }, project);
        await team.Contributor.PostAsync($"/api/cycles/{cycle}/tasks", new { taskIds = new[] { task.Id() } }).JsonAsync();
    }

    private static Task AllocateAsync(Team team, Guid project, Person person, int hours, string from, string to) =>
        team.Manager.PostAsync($"/api/projects/{project}/allocations", new { userId = person.Id, hoursPerWeek = hours, from, to }).JsonAsync(HttpStatusCode.Created);

    private async Task<Team> TeamAsync()
    {
        var team = new Team(api);
        await team.InitializeAsync();
        return team;
    }
}
