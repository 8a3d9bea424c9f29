using Waymark.Browser.Tests.Browsing;

namespace Waymark.Browser.Tests.Journeys;

public sealed class BoardJourney(RunningProduct product) : Journey(product)
{
    [Fact]
    public async Task A_newcomer_registers_makes_a_project_and_writes_down_tasks()
    {
        var mia = await OpenAsync("Mia");
        await mia.Page.GotoAsync("/sign-up");
        await mia.Field("Your name").FillAsync("Mia");
        await mia.Field("E-mail").FillAsync(mia.Email);
        await mia.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Visitor.Password);
        await mia.Button("Create account").ClickAsync();

        await mia.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "New project" }).ClickAsync();
        await mia.Field("Name").FillAsync("Harbour");
        await mia.Field("Key").FillAsync("HARB");
        await mia.Button("Create project").ClickAsync();
        await Expect(mia.Page.GetByText("No tasks in Harbour yet")).ToBeVisibleAsync();

        foreach (var (number, title) in new[] { (1, "Paint the lighthouse"), (2, "Order new ropes"), (3, "Count the boats") })
        {
            await mia.Page.Keyboard.PressAsync("c");
            await mia.Field("Title").FillAsync(title + " !high");
            await mia.Page.Keyboard.PressAsync("Enter");
            await Expect(mia.Page.GetByText($"HARB-{number} created")).ToBeVisibleAsync();
            await Expect(mia.Lane("To do").GetByRole(AriaRole.Listitem, new() { Name = $"HARB-{number}: {title}" })).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_card_is_dragged_to_another_column_and_stays_there()
    {
        var (nora, project) = await AtBoardAsync("Nora");

        await MoveAsync(nora, async () => await nora.Card(project.Task(1)).DragToAsync(nora.Lane("In progress")));
        await MoveAsync(nora, async () => await nora.Card(project.Task(2)).DragToAsync(nora.Card(project.Task(1)), new() { TargetPosition = new() { X = 60, Y = 4 } }));

        await ExpectOrderAsync(nora.Lane("In progress"), project.Task(2), project.Task(1));
        await nora.Page.ReloadAsync();
        await ExpectOrderAsync(nora.Lane("In progress"), project.Task(2), project.Task(1));
        await ExpectOrderAsync(nora.Lane("To do"), project.Task(3));
    }

    [Fact]
    public async Task A_card_is_carried_with_the_keyboard_and_every_step_is_spoken()
    {
        var (omar, project) = await AtBoardAsync("Omar");
        var spoken = omar.Page.Locator("#announce-assertive");

        await omar.Card(project.Task(1)).FocusAsync();
        await omar.Page.Keyboard.PressAsync("m");
        await Expect(spoken).ToContainTextAsync($"{project.Task(1)} picked up in To do, position 1 of 3");
        await omar.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(spoken).ToHaveTextAsync($"{project.Task(1)}, To do, position 2 of 3.");
        await MoveAsync(omar, () => omar.Page.Keyboard.PressAsync("Enter"));
        await Expect(spoken).ToHaveTextAsync($"{project.Task(1)} dropped in To do, position 2 of 3.");
        await Expect(omar.Card(project.Task(1))).ToBeFocusedAsync();

        await omar.Page.Keyboard.PressAsync("m");
        await omar.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(spoken).ToContainTextAsync($"{project.Task(1)}, In progress");
        await omar.Page.Keyboard.PressAsync("Escape");
        await Expect(spoken).ToHaveTextAsync($"{project.Task(1)} is back in To do, position 2 of 3.");

        await omar.Page.ReloadAsync();
        await ExpectOrderAsync(omar.Lane("To do"), project.Task(2), project.Task(1), project.Task(3));
    }

    private async Task<(Visitor Visitor, ProjectOf Project)> AtBoardAsync(string name)
    {
        var visitor = await RegisterAsync(name);
        var project = await ProjectOf.MakeAsync(visitor, "Write the notes", "Ask for reviews", "Cut the branch");
        await visitor.Page.GotoAsync(project.Board);
        await ExpectOrderAsync(visitor.Lane("To do"), project.Task(1), project.Task(2), project.Task(3));
        return (visitor, project);
    }

    /// <summary>Moves and waits until the product has it: a page that is left earlier may take the change with it.</summary>
    private static Task MoveAsync(Visitor visitor, Func<Task> move) =>
        visitor.Page.RunAndWaitForResponseAsync(move, answer => answer.Request.Method != "GET" && answer.Url.Contains("/api/tasks/", StringComparison.Ordinal) && answer.Ok);

    private static async Task ExpectOrderAsync(ILocator lane, params string[] keys)
    {
        var cards = lane.GetByRole(AriaRole.Listitem);
        await Expect(cards).ToHaveCountAsync(keys.Length);
        for (var i = 0; i < keys.Length; i++)
            await Expect(cards.Nth(i)).ToHaveAccessibleNameAsync(new System.Text.RegularExpressions.Regex($"^{keys[i]}: "));
    }
}
