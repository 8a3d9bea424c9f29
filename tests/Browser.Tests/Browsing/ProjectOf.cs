namespace Waymark.Browser.Tests.Browsing;

/// <summary>A project that a journey begins with.</summary>
internal sealed record ProjectOf(Guid Id, string Key)
{
    private static int _count;

    /// <summary>Makes a project with some tasks under To do, in this order.</summary>
    public static async Task<ProjectOf> MakeAsync(Visitor owner, params IReadOnlyList<string> titles)
    {
        var key = "P" + Interlocked.Increment(ref _count);
        var made = await owner.AskAsync("POST", "/api/projects", new { name = "Spring release", key });
        var project = new ProjectOf(made.GetProperty("id").GetGuid(), key);
        foreach (var title in titles)
            await owner.AskAsync("POST", "/api/tasks", new { projectId = project.Id, title });
        return project;
    }

    public Task AddAsync(Visitor owner, Visitor member) =>
        owner.AskAsync("POST", $"/api/projects/{Id}/members", new { userId = member.Id, role = "contributor" });

    public string Task(int number) => $"{Key}-{number}";

    public string Board => $"/p/{Key}/board";

    public string List => $"/p/{Key}/list";
}
