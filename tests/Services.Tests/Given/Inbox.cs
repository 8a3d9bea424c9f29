using System.Text.Json;
using Waymark.Contracts.Projects;

namespace Waymark.Services.Tests.Given;

/// <summary>Somebody who was told of some tasks and has read nothing yet.</summary>
internal sealed record Inbox(GivenProject Project, Person Reader, IReadOnlyList<JsonElement> Items)
{
    public static async Task<Inbox> OfAsync(WaymarkApi api, int count)
    {
        var reader = api.Someone();
        var project = await GivenProject.CreateAsync(api, (reader.Id, ProjectRoles.Viewer));
        for (var i = 0; i < count; i++)
        {
            await project.AddTaskAsync($"Task {i}", reader.Id);
        }

        var page = await Eventually.GetAsync(() => reader.ReadAsync("/api/notifications"), p => p.Items().Count == count);
        return new Inbox(project, reader, page.Items());
    }

    public async Task<long> UnreadAsync() => (await Reader.ReadAsync("/api/notifications/count")).GetProperty("unread").GetInt64();
}
