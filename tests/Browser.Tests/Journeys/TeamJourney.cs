using Waymark.Browser.Tests.Browsing;

namespace Waymark.Browser.Tests.Journeys;

public sealed class TeamJourney(RunningProduct product) : Journey(product)
{
    [Fact]
    public async Task What_one_does_the_other_sees_without_asking()
    {
        var (ann, ben, project) = await TogetherAsync();
        await ben.Page.GotoAsync(project.Board);
        await Expect(ben.Page.GetByRole(AriaRole.Link, new() { Name = "Inbox 1 unread" })).ToBeVisibleAsync();
        await ann.Page.GotoAsync($"{project.Board}?task={project.Task(1)}");
        var peek = ann.Peek(project.Task(1));

        await peek.GetByRole(AriaRole.Button, new() { Name = "Assignee: " }).ClickAsync();
        await ann.Page.GetByRole(AriaRole.Option, new() { Name = "Ben" }).ClickAsync();
        await ann.Page.Keyboard.PressAsync("Escape");
        await Expect(ben.Card(project.Task(1)).GetByRole(AriaRole.Img, new() { Name = "Ben" })).ToBeVisibleAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Link, new() { Name = "Inbox 2 unread" })).ToBeVisibleAsync();

        await peek.GetByRole(AriaRole.Button, new() { Name = "Status: " }).ClickAsync();
        await ann.MenuItem("In progress").ClickAsync();
        await Expect(ben.Lane("In progress").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Whoever_is_mentioned_reads_it_in_the_open_inbox()
    {
        var (ann, ben, project) = await TogetherAsync();
        await ben.Page.GotoAsync("/inbox");
        // Being added to the project is news too.
        await ben.Button("Mark all as read").ClickAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Link, new() { Name = "Inbox", Exact = true })).ToBeVisibleAsync();

        await ann.Page.GotoAsync($"{project.Board}?task={project.Task(1)}");
        await ann.Field("Write a comment").PressSequentiallyAsync("Can you look, @Be");
        await ann.Page.GetByRole(AriaRole.Option, new() { Name = "Ben" }).ClickAsync();
        await ann.Page.Keyboard.TypeAsync("before noon?");
        await ann.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(ann.Peek(project.Task(1)).GetByText("before noon?")).ToBeVisibleAsync();

        await Expect(ben.Page.GetByText("Ann mentioned you")).ToBeVisibleAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Link, new() { Name = "Inbox 1 unread" })).ToBeVisibleAsync();
        await ben.Button("Write the notes", isExact: false).First.ClickAsync();
        await Expect(ben.Peek(project.Task(1)).GetByText("before noon?")).ToBeVisibleAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Link, new() { Name = "Inbox", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_stranger_joins_by_an_invitation_link()
    {
        var owner = await RegisterAsync("Lea");
        var project = await ProjectOf.MakeAsync(owner, "Write the notes");
        var stranger = await OpenAsync("Sam");
        await owner.Page.GotoAsync($"/p/{project.Key}/settings/members");
        await owner.Field("Add by e-mail").FillAsync(stranger.Email);
        await owner.Button("Add").ClickAsync();
        await Expect(owner.Button("Remove " + stranger.Email)).ToBeVisibleAsync();
        var link = await owner.Field("Invitation link").InputValueAsync();

        await stranger.Page.GotoAsync(link);
        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Name = "Join Spring release" })).ToBeVisibleAsync();
        await stranger.Field("Your name").FillAsync("Sam");
        await stranger.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Visitor.Password);
        await stranger.Button("Create account and join").ClickAsync();

        await Expect(stranger.Card(project.Task(1))).ToBeVisibleAsync();
    }

    private async Task<(Visitor Ann, Visitor Ben, ProjectOf Project)> TogetherAsync()
    {
        var ann = await RegisterAsync("Ann");
        var ben = await RegisterAsync("Ben");
        var project = await ProjectOf.MakeAsync(ann, "Write the notes");
        await project.AddAsync(ann, ben);
        return (ann, ben, project);
    }
}
