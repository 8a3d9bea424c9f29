using System.Net;
using System.Text.Json;

namespace Waymark.Services.Tests.Given;

/// <summary>A workspace of a team, with templates that its members make.</summary>
public sealed class TemplateWorkspace(WaymarkApi api) : IAsyncLifetime
{
    public const string Path = "/api/project-templates";

    public WaymarkApi Api => api;

    public Person Owner { get; private set; } = null!;

    public Person Maker { get; private set; } = null!;

    public Person Member { get; private set; } = null!;

    public Person Guest { get; private set; } = null!;

    public Person Stranger { get; private set; } = null!;

    public Guid WorkspaceId { get; private set; }

    public async ValueTask InitializeAsync()
    {
        (Owner, Maker, Member, Guest, Stranger) = (
            await api.RegisterAsync("Olga"), await api.RegisterAsync("Mara"), await api.RegisterAsync("Ben"), await api.RegisterAsync("Gus"), await api.RegisterAsync("Sten"));
        WorkspaceId = (await Owner.PostAsync("/api/workspaces", new { name = "Bakery", timeZone = "Europe/Vienna" }).JsonAsync(HttpStatusCode.Created)).Id();
        foreach (var (person, role) in new[] { (Maker, "member"), (Member, "member"), (Guest, "guest") })
        {
            await Owner.PostAsync($"/api/workspaces/{WorkspaceId}/members", new { userId = person.Id, role }).JsonAsync(HttpStatusCode.Created);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A template with one of everything; <paramref name="cost"/> is a value of its custom field of numbers.</summary>
    public async Task<JsonElement> TemplateAsync(object? cost = null, string name = "Opening") =>
        await Maker.PostAsync(Path, new { workspaceId = WorkspaceId, name, content = Content(cost) }).JsonAsync(HttpStatusCode.Created);

    public object Content(object? cost = null) => new
    {
        description = "How {{place}} opens",
        startInDays = 0,
        dueInDays = 30,
        members = new object[] { new { userId = Member.Id, role = "contributor" }, new { userId = Guest.Id, role = "viewer" } },
        workflow = new object[]
        {
            new { key = "todo", name = "To do", category = "unstarted" },
            new { key = "baking", name = "Baking", category = "started", requiredFields = new[] { "assigneeIds" } },
            new { key = "done", name = "Done", category = "completed" },
        },
        taskTypes = new object[] { new { key = "chore", name = "Chore" }, new { key = "recipe", name = "Recipe" } },
        labels = new object[] { new { name = "Bread", color = "#46a758" } },
        customFields = new object[] { new { name = "Cost", type = "number" } },
        milestones = new object[] { new { name = "{{place}} is open", dueInDays = 14 } },
        tasks = new object[]
        {
            new
            {
                @ref = "oven", title = "Buy an oven for {{place}}", priority = "high", estimateMinutes = 90, startInDays = 1, dueInDays = 7, deadlineInDays = 9, durationMinutes = 960, milestone = "{{place}} is open",
                assigneeIds = new[] { Member.Id }, labels = new[] { "bread", "Kitchen" }, customFields = new { cost = cost ?? 1200 },
                dependencies = new object[] { new { @ref = "bake", type = "blocks", lagMinutes = 60 } },
            },
            new { @ref = "deliver", parent = "oven", title = "Have it delivered", type = "chore" },
            new
            {
                @ref = "bake", title = "Bake the first bread", status = "baking", type = "recipe", assigneeIds = new[] { Member.Id },
                steps = new object[] { new { title = "Knead in {{place}}", dueInDays = 8, required = true }, new { title = "Taste" } },
            },
        },
    };

    /// <summary>Uses a template, and waits until the use has this state.</summary>
    public static async Task<JsonElement> UseAsync(Person person, Guid templateId, object body, string state = "completed")
    {
        using var answer = await person.PostAsync($"{Path}/{templateId}/instantiate", body);
        await answer.JsonAsync(HttpStatusCode.Accepted);
        var location = answer.Headers.Location!.ToString();
        return await Eventually.GetAsync(() => person.ReadAsync(location), use => use.Text("state") == state);
    }
}
