using Waymark.Browser.Tests.Browsing;

namespace Waymark.Browser.Tests.Journeys;

public sealed class TaskJourney(RunningProduct product) : Journey(product)
{
    private Visitor _iris = null!;
    private ProjectOf _project = null!;

    public override async ValueTask InitializeAsync()
    {
        _iris = await RegisterAsync("Iris");
        _project = await ProjectOf.MakeAsync(_iris, "Write the notes", "Ask for reviews");
    }

    private string Key => _project.Task(1);

    private ILocator Peek => _iris.Peek(Key);

    [Fact]
    public async Task All_of_a_task_is_edited_where_it_stands_and_its_history_tells_it()
    {
        // Edits in quick succession overtake each other; the later one is then merged and sent again.
        _iris.Watch.Expect("412 (Precondition Failed)");
        await OpenFromBoardAsync();

        await Peek.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("Write the release notes");
        await _iris.Page.Keyboard.PressAsync("Enter");
        await Expect(_iris.Card(Key)).ToHaveAccessibleNameAsync($"{Key}: Write the release notes");
        await Peek.GetByRole(AriaRole.Button, new() { Name = "Add a description" }).ClickAsync();
        await Peek.GetByRole(AriaRole.Textbox, new() { Name = "Description" }).FillAsync("For **everybody** who upgrades.");
        await Peek.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(Peek.Locator("strong", new() { HasText = "everybody" })).ToBeVisibleAsync();
        await PickAsync("Status", "In progress");
        await PickAsync("Priority", "High");
        await AddLabelAsync("Docs");
        await Peek.GetByRole(AriaRole.Button, new() { Name = "Assignee: " }).ClickAsync();
        await _iris.Page.GetByRole(AriaRole.Option, new() { Name = "Iris" }).ClickAsync();
        await _iris.Page.Keyboard.PressAsync("Escape");
        await Expect(Peek.GetByRole(AriaRole.Button, new() { Name = "Assignee: Iris" })).ToBeVisibleAsync();
        await AddSubtaskAsync("Collect the changes");
        await _iris.Field("Write a comment").FillAsync("The first draft is there.");
        await _iris.Button("Send").ClickAsync();

        var activity = Peek.GetByRole(AriaRole.Region, new() { Name = "Activity" });
        foreach (var sentence in new[]
        {
            "renamed this from “Write the notes” to “Write the release notes”", "changed the description", "moved this from To do to In progress",
            "set the priority to High", "added the label Docs", "assigned Iris", "The first draft is there.",
        })
            await Expect(activity.GetByRole(AriaRole.Listitem).Filter(new() { HasText = sentence })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Escape_closes_the_task_and_gives_the_focus_back_to_its_card()
    {
        await _iris.Page.GotoAsync(_project.Board);
        await _iris.Card(Key).FocusAsync();
        await _iris.Page.Keyboard.PressAsync("Enter");
        await Expect(Peek).ToBeVisibleAsync();

        await _iris.Page.Keyboard.PressAsync("Escape");

        await Expect(Peek).ToBeHiddenAsync();
        await Expect(_iris.Card(Key)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_deleted_task_comes_back_by_the_message_that_tells_it()
    {
        await OpenFromBoardAsync();
        await Peek.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).ClickAsync();
        await _iris.MenuItem("Delete the task").ClickAsync();
        await Expect(_iris.Card(Key)).ToBeHiddenAsync();
        await Expect(_iris.Page.GetByText($"{Key} deleted")).ToBeVisibleAsync();

        await _iris.Button("Undo").ClickAsync();

        await Expect(_iris.Card(Key)).ToBeVisibleAsync();
        await _iris.Page.ReloadAsync();
        await Expect(_iris.Card(Key)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_command_menu_finds_a_task_and_opens_it()
    {
        await _iris.Page.GotoAsync(_project.Board);
        await Expect(_iris.Card(Key)).ToBeVisibleAsync();
        await _iris.Page.Keyboard.PressAsync("Control+k");
        await _iris.Page.GetByRole(AriaRole.Combobox).FillAsync("notes");
        await _iris.Page.GetByRole(AriaRole.Option, new() { Name = "Write the notes" }).ClickAsync();

        await Expect(Peek).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_list_and_my_tasks_open_a_task_beside_them()
    {
        await _iris.AskAsync("POST", "/api/tasks", new { projectId = _project.Id, title = "Mine", assigneeIds = new[] { _iris.Id } });
        foreach (var (page, number) in new[] { (_project.List, 2), ("/my", 3) })
        {
            await _iris.Page.GotoAsync(page);
            await _iris.Page.GetByRole(AriaRole.Row, new() { Name = _project.Task(number) + ":" }).ClickAsync();
            await Expect(_iris.Peek(_project.Task(number))).ToBeVisibleAsync();
        }
    }

    private async Task OpenFromBoardAsync()
    {
        await _iris.Page.GotoAsync(_project.Board);
        await _iris.Card(Key).ClickAsync();
        await Expect(Peek.GetByRole(AriaRole.Textbox, new() { Name = "Title" })).ToHaveValueAsync("Write the notes");
    }

    private async Task PickAsync(string fact, string choice)
    {
        await Peek.GetByRole(AriaRole.Button, new() { Name = fact + ": " }).ClickAsync();
        await _iris.MenuItem(choice).ClickAsync();
        await Expect(Peek.GetByRole(AriaRole.Button, new() { Name = $"{fact}: {choice}" })).ToBeVisibleAsync();
    }

    private async Task AddLabelAsync(string name)
    {
        await Peek.GetByRole(AriaRole.Button, new() { Name = "Add a label" }).ClickAsync();
        await _iris.Page.GetByPlaceholder("Find…").FillAsync(name);
        await _iris.Button("Create it").ClickAsync();
        await Expect(Peek.GetByRole(AriaRole.Button, new() { Name = "Remove the label " + name })).ToBeVisibleAsync();
        await _iris.Page.Keyboard.PressAsync("Escape");
    }

    private async Task AddSubtaskAsync(string title)
    {
        await Peek.GetByRole(AriaRole.Button, new() { Name = "Add a sub-task" }).ClickAsync();
        await Peek.GetByPlaceholder("What is to be done first?").FillAsync(title);
        await _iris.Page.Keyboard.PressAsync("Enter");
        await Expect(Peek.GetByRole(AriaRole.Button, new() { Name = "Mark as done: " + title })).ToBeVisibleAsync();
    }
}
