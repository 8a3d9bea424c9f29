using Waymark.Browser.Tests.Browsing;
using Waymark.Browser.Tests.Looks;

namespace Waymark.Browser.Tests.Journeys;

/// <summary>Somebody who runs the installation finds out what has failed, and deals with it.</summary>
public sealed class OperationsJourney(RunningProduct product) : Journey(product)
{
    [Fact]
    public async Task A_dead_letter_is_found_inspected_and_replayed_by_the_keyboard()
    {
        var cause = $"No label {Guid.CreateVersion7()}";
        await BuryAsync(cause, "The label", count: 2);
        var root = await AdministratorAsync();
        await root.Page.GotoAsync("/projects");
        await root.Button("Root").ClickAsync();
        await root.MenuItem("Operations").ClickAsync();
        await Expect(root.Button("tasks")).ToBeVisibleAsync();

        await root.Page.GetByRole(AriaRole.Button, new() { Name = "2 dead letters: " + cause }).FocusAsync();
        await root.Page.Keyboard.PressAsync("Enter");
        await Expect(root.Letters).ToHaveCountAsync(2);
        await root.Page.GetByRole(AriaRole.Button, new() { Name = "Inspect" }).First.FocusAsync();
        await root.Page.Keyboard.PressAsync("Enter");
        var details = root.Page.GetByRole(AriaRole.Region, new() { Name = "Details of label.updated" });
        await Expect(details).ToContainTextAsync("•••");
        await Expect(details).Not.ToContainTextAsync("The label");
        await root.Button("Show what it says").ClickAsync();
        await Expect(details).ToContainTextAsync("The label");

        await root.Button("Replay").First.FocusAsync();
        await root.Page.Keyboard.PressAsync("Space");
        await Expect(root.Page.GetByText("One event is due again.")).ToBeVisibleAsync();
        await Expect(root.Letters).ToHaveCountAsync(1);
        await root.Group(cause).GetByRole(AriaRole.Button, new() { Name = "Replay all" }).ClickAsync();
        await Expect(root.Group(cause)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Dead_letters_are_discarded_for_a_reason_that_stands_in_the_record()
    {
        var cause = $"No label {Guid.CreateVersion7()}";
        await BuryAsync(cause, "Another label", count: 3);
        var root = await AdministratorAsync();
        await root.Page.GotoAsync("/admin/operations");
        await root.Group(cause).GetByRole(AriaRole.Button, new() { Name = "Discard all" }).ClickAsync();
        await Expect(root.Field("Reason")).ToBeFocusedAsync();
        await root.Page.Keyboard.TypeAsync("The project is gone");
        await root.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Discard", Exact = true }).ClickAsync();
        await Expect(root.Page.GetByText("3 events discarded.")).ToBeVisibleAsync();
        await Expect(root.Group(cause)).ToHaveCountAsync(0);
        await Eventually.GetAsync(
            () => root.AskAsync("GET", "/api/activity"),
            record => record.GetProperty("items").EnumerateArray().Any(a => a.GetProperty("type").GetString() == "dead_letter.discarded"));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task The_page_keeps_nobody_out_and_is_pictured(ColorScheme scheme, int width)
    {
        var cause = $"The template \"assigned\" has no text for {Guid.CreateVersion7()}";
        await BuryAsync(cause, "A label", count: 4);
        var root = await AdministratorAsync(new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = width, Height = 900 } });
        await root.Page.GotoAsync("/admin/operations");
        await root.Button("tasks").ClickAsync();
        await root.Page.GetByRole(AriaRole.Button, new() { Name = "4 dead letters: " + cause }).ClickAsync();
        await root.Page.GetByRole(AriaRole.Button, new() { Name = "Inspect" }).First.ClickAsync();
        await Expect(root.Page.GetByRole(AriaRole.Region, new() { Name = "Details of label.updated" })).ToContainTextAsync("•••");
        await root.Page.ScreenshotAsync(new() { Path = Pictures.PathOf($"operations-{scheme.ToString().ToLowerInvariant()}-{width}.png") });
        Assert.Empty(await Axe.FindFaultsAsync(root.Page));
        Assert.Equal(width, await root.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await Product.RunAsync("tasks", "delete from msg.dead_letter");
        await Expect(root.Page.GetByText("Nothing waits. Everything was delivered.")).ToBeVisibleAsync();
        await root.Page.ScreenshotAsync(new() { Path = Pictures.PathOf($"operations-empty-{scheme.ToString().ToLowerInvariant()}-{width}.png") });
        Assert.Empty(await Axe.FindFaultsAsync(root.Page));
    }

    [Fact]
    public async Task Who_is_no_administrator_finds_no_such_place()
    {
        var kim = await RegisterAsync("Kim");
        await kim.Page.GotoAsync("/admin/operations");
        await Expect(kim.Page.GetByText("There is nothing at this address.")).ToBeVisibleAsync();
    }

    private async Task<Operator> AdministratorAsync(BrowserNewContextOptions? options = null)
    {
        var root = await OpenAsync("Root", options);
        await root.SignInAsync(Product.AdministratorEmail, Visitor.Password);
        return new Operator(root);
    }

    private Task BuryAsync(string cause, string name, int count) => Product.RunAsync(
        "tasks",
        $$"""
         insert into msg.dead_letter (id, direction, consumer, message_id, lane, partition_key, key_version, type, source, reason, error_type,
           error_message, fingerprint, attempts, envelope, first_seen)
         select gen_random_uuid(), 'i', 'tasks.keep-labels', message, 1, 'label:' || label, 2, 'waymark.label.updated.v1', '/waymark/projects',
           'retries-exhausted', 'System.InvalidOperationException', '{{cause}}', decode(md5('{{cause}}'), 'hex'), 9,
           convert_to(json_build_object('specversion', '1.0', 'id', message, 'source', '/waymark/projects', 'type', 'waymark.label.updated.v1',
             'time', '2026-03-01T09:30:00Z', 'partitionkey', 'label:' || label, 'sequence', '2', 'correlationid', 'board-7f3a',
             'data', json_build_object('projectId', label, 'labelId', label, 'name', '{{name}}', 'color', '#3b82f6', 'changes', json_build_object()))::text, 'UTF8'),
           now() - interval '21 hours'
         from (select gen_random_uuid() as message, gen_random_uuid() as label from generate_series(1, {{count}})) made
         """);

    /// <summary>The administrator in front of the page.</summary>
    private sealed record Operator(Visitor Visitor)
    {
        public IPage Page => Visitor.Page;

        public ILocator Letters => Page.GetByRole(AriaRole.List, new() { Name = "Dead letters of this cause" }).GetByRole(AriaRole.Listitem);

        public ILocator Button(string label) => Visitor.Button(label);

        public ILocator Field(string label) => Visitor.Field(label);

        public ILocator MenuItem(string label) => Visitor.MenuItem(label);

        public ILocator Group(string cause) => Page.Locator(".letter-group").Filter(new() { HasText = cause });

        public Task<System.Text.Json.JsonElement> AskAsync(string method, string path) => Visitor.AskAsync(method, path);
    }
}
