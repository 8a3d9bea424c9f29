using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts;
using Waymark.Contracts.Projects;
using Waymark.Projects.Access;

namespace Waymark.Services.Tests.Given;

/// <summary>A project with members that exists for the services around it; its owner's answers are given here, too.</summary>
internal sealed class GivenProject
{
    private static readonly WorkflowState[] Workflow =
    [
        new("todo", "To do", "unstarted", 1, []),
        new("done", "Done", "completed", 2, []),
    ];

    private readonly WaymarkApi _api;

    private GivenProject(WaymarkApi api, ProjectState state)
    {
        _api = api;
        State = state;
        Known[state.Id] = state;
    }

    /// <summary>What the double of <see cref="IProjectAccess"/> knows.</summary>
    public static ConcurrentDictionary<Guid, ProjectState> Known { get; } = [];

    public ProjectState State { get; private set; }

    public Guid Id => State.Id;

    public Guid Owner => State.OwnerId;

    /// <summary>A project of which no other service has heard yet.</summary>
    public static GivenProject Unheard(WaymarkApi api, params (Guid User, string Role)[] members)
    {
        var owner = Guid.CreateVersion7();
        var state = new ProjectState(Guid.CreateVersion7(), owner, "PRJ", "Project", owner, ProjectState.Active, "UTC", Workflow,
            [new ProjectMemberState(owner, ProjectRoles.Owner), .. members.Select(m => new ProjectMemberState(m.User, m.Role))], 1);
        return new GivenProject(api, state);
    }

    /// <summary>A project that every service knows.</summary>
    public static async Task<GivenProject> CreateAsync(WaymarkApi api, params (Guid User, string Role)[] members)
    {
        var project = Unheard(api, members);
        await api.PublishAsync(new ProjectCreated(project.State, FieldChanges.None), $"project:{project.Id}", 1, project.State.WorkspaceId, project.Owner);
        foreach (var service in (string[])["tasks", "communication", "notifications", "activitylog"])
            await project.IsKnownToAsync(service);
        return project;
    }

    public Task AddMemberAsync(Guid userId, string role)
    {
        Change([.. State.Members, new ProjectMemberState(userId, role)]);
        return PublishAsync(new MemberAdded(State, FieldChanges.None, userId, role));
    }

    /// <summary>Somebody joins, and only the owner of the project knows so far.</summary>
    public void LetJoin(Guid userId, string role) => Change([.. State.Members, new ProjectMemberState(userId, role)]);

    public Task RemoveMemberAsync(Guid userId)
    {
        Change([.. State.Members.Where(m => m.UserId != userId)]);
        return PublishAsync(new MemberRemoved(State, FieldChanges.None, userId));
    }

    public Task RenameAsync(string name)
    {
        State = Known[Id] = State with { Name = name, Version = State.Version + 1 };
        return PublishAsync(new ProjectUpdated(State, FieldChanges.Of("name", null, name)));
    }

    /// <summary>A task made by the owner over HTTP.</summary>
    public async Task<JsonElement> AddTaskAsync(string title = "Task", params Guid[] assigneeIds)
    {
        using var client = _api.As(Owner);
        using var answer = await client.PostAsJsonAsync("/api/tasks", new { projectId = Id, title, assigneeIds });
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Waits until a service's copy shows the current state.</summary>
    public Task IsKnownToAsync(string service) => Eventually.GetAsync(
        () => _api.QueryAsync<long>(service, $"select coalesce(max(version), 0) from project where id = '{Id}'"), version => version >= State.Version);

    private void Change(ProjectMemberState[] members) => State = Known[Id] = State with { Members = members, Version = State.Version + 1 };

    private Task PublishAsync(IEvent e) => _api.PublishAsync(e, $"project:{Id}", State.Version, State.WorkspaceId, Owner);
}

/// <summary>Answers for given projects as their owner would, and leaves all others to their owner.</summary>
internal sealed class GivenProjectAccess(IServiceProvider services) : IProjectAccess
{
    public async Task<ProjectAccess?> FindAsync(Guid projectId, Guid userId, CancellationToken ct)
    {
        if (GivenProject.Known.TryGetValue(projectId, out var project))
        {
            return project.Members.FirstOrDefault(m => m.UserId == userId) is { } member ? new ProjectAccess(project, member.Role, null) : null;
        }

        return await ActivatorUtilities.CreateInstance<AnswerProjectAccess>(services).FindAsync(projectId, userId, ct);
    }
}
