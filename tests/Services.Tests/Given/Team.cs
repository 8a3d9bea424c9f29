using System.Net;
using System.Text.Json;

namespace Waymark.Services.Tests.Given;

/// <summary>A project with one person in each role, and a stranger. Made once and shared: tests make their own tasks.</summary>
public sealed class Team(WaymarkApi api) : IAsyncLifetime
{
    public Person Owner { get; private set; } = null!;

    public Person Manager { get; private set; } = null!;

    public Person Contributor { get; private set; } = null!;

    public Person Viewer { get; private set; } = null!;

    public Person Stranger { get; private set; } = null!;

    public Guid ProjectId { get; private set; }

    public string Key { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        (Owner, Manager, Contributor, Viewer, Stranger) = (
            await api.RegisterAsync("Olga"), await api.RegisterAsync("Mira"), await api.RegisterAsync("Cem"), await api.RegisterAsync("Vera"), await api.RegisterAsync("Sten"));
        (ProjectId, Key) = await NewProjectAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Another project with the same people, whom every service knows by now.</summary>
    public async Task<(Guid Id, string Key)> NewProjectAsync()
    {
        var project = await Owner.PostAsync("/api/projects", new { name = "Project " + Guid.CreateVersion7().ToString("N")[20..] }).JsonAsync(HttpStatusCode.Created);
        foreach (var (person, role) in new[] { (Manager, "manager"), (Contributor, "contributor"), (Viewer, "viewer") })
        {
            await Owner.PostAsync($"/api/projects/{project.Id()}/members", new { userId = person.Id, role }).JsonAsync(HttpStatusCode.Created);
        }

        await api.MembersKnownAsync(project.Id(), 4);
        return (project.Id(), project.GetProperty("key").GetString()!);
    }

    /// <summary>A task of the project, made by the contributor.</summary>
    public async Task<JsonElement> TaskAsync(object? members = null, Guid? projectId = null)
    {
        var body = JsonSerializer.SerializeToNode(members ?? new { })!.AsObject();
        body["projectId"] = (projectId ?? ProjectId).ToString();
        body["title"] ??= "A task";
        return await Contributor.PostAsync("/api/tasks", body).JsonAsync(HttpStatusCode.Created);
    }
}
