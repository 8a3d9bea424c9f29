using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Waymark.Services.Tests.Given;

/// <summary>A project in Tokyo with six tasks that differ in everything the list can filter and sort by.</summary>
public sealed class GivenTasks(WaymarkApi api) : IAsyncLifetime
{
    private readonly Dictionary<string, Guid> _ids = new(StringComparer.Ordinal);
    private Guid _workspaceId;
    private string _betaChanged = "";

    public Person Owner { get; private set; } = null!;

    public Person Helper { get; private set; } = null!;

    public Person Stranger { get; private set; } = null!;

    public Guid ProjectId { get; private set; }

    public async ValueTask InitializeAsync()
    {
        (Owner, Helper, Stranger) = (await api.RegisterAsync("Olga"), await api.RegisterAsync("Hana"), await api.RegisterAsync("Sten"));
        _workspaceId = (await Owner.PostAsync("/api/workspaces", new { name = "Tokyo", timeZone = "Asia/Tokyo" }).JsonAsync(HttpStatusCode.Created)).Id();
        var project = await Owner.PostAsync("/api/projects", new { name = "List", key = "LIST", workspaceId = _workspaceId }).JsonAsync(HttpStatusCode.Created);
        ProjectId = project.Id();
        await Owner.PostAsync($"/api/projects/{ProjectId}/members", new { userId = Helper.Id, role = "contributor" }).JsonAsync(HttpStatusCode.Created);

        await AddAsync(Owner, "alpha", new { labels = new[] { "Red" }, assigneeIds = new[] { Helper.Id }, dueAt = "2026-05-01", startAt = "2026-04-01", deadlineAt = "2026-05-03", difficulty = 3 });
        await AddAsync(Owner, "beta", new { status = "in_progress", priority = "high", labels = new[] { "red", "Blue" }, assigneeIds = new[] { Owner.Id, Helper.Id }, dueAt = "2026-05-01T12:00:00Z", deadlineAt = "2026-04-30T12:00:00Z", description = "of Needles" });
        await AddAsync(Helper, "gamma", new { status = "done", priority = "low", parentId = _ids["alpha"], difficulty = 9 });
        await AddAsync(Owner, "delta 100%", new { status = "cancelled", priority = "urgent", labels = new[] { "Blue" }, dueAt = "2026-06-01", startAt = "2026-05-15T08:30:00Z" });
        await AddAsync(Helper, "epsilon", new { status = "backlog", priority = "medium", parentId = _ids["alpha"], difficulty = 3 });
        await AddAsync(Owner, "zeta_x", new { status = "todo", assigneeIds = new[] { Owner.Id } });
        var changed = await Owner.PatchAsync($"/api/tasks/{_ids["beta"]}", new { estimateMinutes = 30 }).JsonAsync(HttpStatusCode.OK);
        _betaChanged = changed.GetProperty("updatedAt").GetString()!;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A query of this project; names in braces stand for ids and moments.</summary>
    public string Path(string query)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{owner}"] = Owner.Id.ToString(),
            ["{helper}"] = Helper.Id.ToString(),
            ["{alpha}"] = _ids["alpha"].ToString(),
            ["{workspace}"] = _workspaceId.ToString(),
            ["{beforeBeta}"] = Uri.EscapeDataString(DateTimeOffset.Parse(_betaChanged, CultureInfo.InvariantCulture).AddTicks(-10).ToString("O", CultureInfo.InvariantCulture)),
            ["{sinceBeta}"] = Uri.EscapeDataString(_betaChanged),
        };
        return $"/api/tasks?projectId={ProjectId}&{names.Aggregate(query, (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal))}";
    }

    private async Task AddAsync(Person reporter, string title, object members)
    {
        var body = JsonSerializer.SerializeToNode(members)!.AsObject();
        (body["projectId"], body["title"]) = (ProjectId.ToString(), title);
        _ids[title] = (await reporter.PostAsync("/api/tasks", body).JsonAsync(HttpStatusCode.Created)).Id();
    }
}
