using Waymark.Browser.Tests.Browsing;

namespace Waymark.Browser.Tests.Journeys;

public sealed class PlanningJourney(RunningProduct product) : Journey(product)
{
    [Fact]
    public async Task A_bar_of_the_timeline_is_moved_by_keys_and_the_table_shows_its_new_date()
    {
        var (iris, project) = await WithDatedTaskAsync("Iris");
        await iris.Page.GotoAsync($"/p/{project.Key}/timeline");
        var bar = iris.Page.GetByRole(AriaRole.Button, new() { Name = $"{project.Task(1)}: Write the notes, " });
        await bar.FocusAsync();
        await iris.Page.RunAndWaitForResponseAsync(
            () => iris.Page.Keyboard.PressAsync("ArrowRight"),
            answer => answer.Request.Method == "PATCH" && answer.Ok);
        await Expect(iris.Page.Locator("#announce-assertive")).ToContainTextAsync(project.Task(1));

        var task = await iris.AskAsync("GET", "/api/tasks/" + project.Task(1));
        Assert.Equal(("2031-05-13", "2031-05-16"), (task.GetProperty("startAt").GetString(), task.GetProperty("dueAt").GetString()));
        await iris.Page.GotoAsync($"/p/{project.Key}/table?cols=due");
        await Expect(iris.Page.GetByRole(AriaRole.Gridcell, new() { Name = "16 May 2031" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_state_is_added_to_the_workflow_and_becomes_a_column_of_the_board()
    {
        var (omar, project) = await WithDatedTaskAsync("Omar");
        await omar.Page.GotoAsync($"/p/{project.Key}/settings/workflow");
        await omar.Field("Name of the new state").FillAsync("Testing");
        await omar.Page.RunAndWaitForResponseAsync(() => omar.Page.Keyboard.PressAsync("Enter"), answer => answer.Request.Method == "PUT" && answer.Ok);
        await Expect(omar.Field("Name of the state Testing")).ToBeVisibleAsync();
        await omar.Page.GotoAsync(project.Board);
        await Expect(omar.Lane("Testing")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_timer_of_a_task_runs_in_the_bar_and_its_time_is_written_down()
    {
        var (lea, project) = await WithDatedTaskAsync("Lea");
        await lea.Page.GotoAsync($"{project.Board}?task={project.Task(1)}");
        await lea.Peek(project.Task(1)).GetByRole(AriaRole.Button, new() { Name = "Start timer" }).ClickAsync();
        var pill = lea.Page.GetByRole(AriaRole.Group, new() { Name = "Timer of " + project.Task(1) });
        await Expect(pill).ToBeVisibleAsync();
        // The panel of the task stands over the end of the bar.
        await lea.Page.GotoAsync(project.Board);
        await pill.GetByRole(AriaRole.Button, new() { Name = "Stop and write down" }).ClickAsync();
        await Expect(pill).ToHaveCountAsync(0);
        await lea.Page.GotoAsync("/time");
        await Expect(lea.Page.GetByRole(AriaRole.Row, new() { Name = project.Task(1) })).ToBeVisibleAsync();
    }

    private async Task<(Visitor Visitor, ProjectOf Project)> WithDatedTaskAsync(string name)
    {
        var visitor = await RegisterAsync(name);
        var project = await ProjectOf.MakeAsync(visitor, "Write the notes");
        await visitor.AskAsync("PATCH", "/api/tasks/" + project.Task(1), new { startAt = "2031-05-12", dueAt = "2031-05-15" });
        return (visitor, project);
    }
}
