using System.Text.Json;
using System.Text.Json.Nodes;

namespace Waymark.Demo;

/// <summary>How the people of the example company like their work done: templates, shared views, rules of a workflow, and weeks that are handed in.</summary>
internal sealed class Ways(Api owner, IReadOnlyList<Api> people)
{
    private static readonly (string Name, string Layout, string Query)[] Views =
    [
        ("Late", "list", "overdue = true order by due"),
        ("This week", "calendar", "due >= startOfWeek and due <= endOfWeek"),
        ("Urgent, and nobody's", "table", "assignee is empty and priority >= high"),
    ];

    private static readonly string[] ThrownAway = ["Try the other printer", "The same once more, by mistake", "Ask whether anybody still wants this"];

    /// <summary>What every project has: a template for what comes again, a few views, and what went into the bin.</summary>
    public async Task SettleAsync(Guid projectId, Production production)
    {
        var steps = new object[]
        {
            new { title = "Say in one sentence what is different afterwards", required = true },
            new { title = "Ask the person who will live with it", dueInDays = 1, required = true },
            new { title = "Tell everybody who waits for it", dueInDays = 5, required = false },
        };
        await owner.SendAsync(HttpMethod.Post, "/api/task-templates", new
        {
            projectId,
            name = "Something for a customer",
            title = "{{what}} for {{customer}}",
            description = "{{customer}} asked for this. Keep it as small as they would like it.",
            priority = "high",
            estimateMinutes = 240,
            startInDays = 0,
            dueInDays = 5,
            labels = production.Labels[..1],
            steps,
        });
        foreach (var (name, layout, query) in Views)
        {
            await owner.SendAsync(HttpMethod.Post, "/api/views", new { projectId, name, layout, query, visibility = "project" });
        }

        foreach (var title in ThrownAway)
        {
            var task = await owner.SendAsync(HttpMethod.Post, "/api/tasks", new { projectId, title });
            await owner.SendAsync(HttpMethod.Delete, $"/api/tasks/{task.GetProperty("id").GetGuid()}");
        }
    }

    /// <summary>What one project insists on: an answer before anything is done, and who has to agree.</summary>
    public async Task InsistAsync(Guid projectId)
    {
        var path = $"/api/projects/{projectId}";
        await owner.SendAsync(HttpMethod.Post, path + "/custom-fields", new
        {
            name = "Landlord informed",
            type = "checkbox",
            description = "Whether the landlord knows what happens, and when.",
            required = "completion",
        });
        var workflow = await owner.SendAsync(HttpMethod.Get, path + "/workflow");
        var states = JsonNode.Parse(workflow.GetProperty("states").GetRawText())!.AsArray();
        var done = states.First(s => (string?)s!["key"] == "done")!;
        done["approval"] = new JsonObject { ["approverIds"] = new JsonArray(owner.UserId, people[^1].UserId), ["needed"] = 1 };
        await owner.SendAsync(HttpMethod.Put, path + "/workflow", new { states });
    }

    /// <summary>The weeks that are over are handed in; one is approved, one comes back, the others wait.</summary>
    public async Task HandInAsync(Guid projectId)
    {
        var path = $"/api/projects/{projectId}/time-sheets";
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var sheets = (await owner.SendAsync(HttpMethod.Get, path + "?limit=100")).GetProperty("items").EnumerateArray()
            .Where(s => DateOnly.Parse(s.GetProperty("week").GetString()!, null).AddDays(7) <= today).ToList();
        foreach (var sheet in sheets)
        {
            var person = people.First(p => p.UserId == sheet.GetProperty("userId").GetGuid());
            await person.SendAsync(HttpMethod.Post, $"{path}/{IdOf(sheet)}/submit");
        }

        if (sheets is [var fine, var odd, ..])
        {
            await owner.SendAsync(HttpMethod.Post, $"{path}/{IdOf(fine)}/approve");
            await owner.SendAsync(HttpMethod.Post, $"{path}/{IdOf(odd)}/reject", new { reason = "The workshop on Thursday is missing." });
        }
    }

    private static Guid IdOf(JsonElement answer) => answer.GetProperty("id").GetGuid();
}
