using System.Net;
using System.Text.Json;

namespace Waymark.Services.Tests.Given;

/// <summary>A task that people comment on, in a project of which only its owner has heard so far.</summary>
internal sealed record CommentedTask(GivenProject Project, Person Owner, Guid Id)
{
    /// <summary>The address of its comments.</summary>
    public string Comments => $"/api/tasks/{Id}/comments";

    public static async Task<CommentedTask> CreateAsync(WaymarkApi api, params (Person Person, string Role)[] members)
    {
        var project = GivenProject.Unheard(api, [.. members.Select(m => (m.Person.Id, m.Role))]);
        return new CommentedTask(project, api.Someone(project.Owner), (await project.AddTaskAsync()).Id());
    }

    /// <summary>A comment of the owner.</summary>
    public Task<JsonElement> AddAsync(string body, Guid? parentId = null) => AddAsync(Owner, body, parentId);

    public Task<JsonElement> AddAsync(Person author, string body, Guid? parentId = null) =>
        author.PostAsync(Comments, new { body, parentId }).JsonAsync(HttpStatusCode.Created);

    /// <summary>How many comments the task itself counts, as soon as it has heard of them.</summary>
    public Task IsCountedAsync(Person reader, int comments) =>
        Eventually.GetAsync(() => reader.ReadAsync($"/api/tasks/{Id}"), t => t.GetProperty("commentCount").GetInt32() == comments);
}
