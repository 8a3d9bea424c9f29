using System.Net;

namespace Waymark.Services.Tests.Access;

/// <summary>The people of the matrix: registered once, related anew in each world.</summary>
public sealed class AccessCast(WaymarkApi api) : IAsyncLifetime
{
    private AccessWorld? _world;
    private Task<AccessWorld>? _next;

    public IReadOnlyList<Person?> Callers { get; private set; } = [];

    public Person Boss { get; private set; } = null!;

    public Person Extra { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Boss = await api.RegisterAsync("Boss");
        Extra = await api.RegisterAsync("Extra");
        var people = new List<Person?> { null };
        foreach (var name in AccessMatrix.Callers.Skip(1).SkipLast(2))
        {
            people.Add(await api.RegisterAsync(name.Replace(' ', '.')));
        }

        await people[2]!.PostAsync("/api/workspaces", new { name = "Elsewhere" }).JsonAsync(HttpStatusCode.Created);
        people.Add(await api.RegisterAsync("Administrator"));
        people.Add(people[1]);
        Callers = people;
    }

    /// <summary>A client of a caller with a token of its own, so that one call cannot end the session of another.</summary>
    public HttpClient ClientOf(string caller)
    {
        var person = Callers[AccessMatrix.Callers.ToList().IndexOf(caller)];
        return caller switch
        {
            "anonymous" => api.Anonymous(),
            "expired" => api.With(api.ExpiredTokenOf(person!.Id)),
            "administrator" => api.As(person!.Id, "administrator"),
            _ => api.As(person!.Id),
        };
    }

    /// <summary>Somebody whom no caller has met in another world.</summary>
    public Task<Person> FellowAsync() => api.RegisterAsync("Fellow");

    /// <summary>The world as it is before any change, with what a row names in it; rows that change nothing share it.</summary>
    internal async Task<AccessWorld> WorldAsync(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
        {
            return AccessWorld.Nowhere;
        }

        _world ??= await TakeWorldAsync();
        foreach (var name in names)
        {
            await _world.MakeAsync(name);
        }

        return _world;
    }

    /// <summary>Waits until every service knows the members of a project.</summary>
    internal Task PeopleKnownAsync(Guid workspaceId, Guid projectId, int managers, int members) =>
        Task.WhenAll(api.ManagersKnownAsync(workspaceId, managers), api.MembersKnownAsync(projectId, members));

    /// <summary>Somebody has changed the world: the next caller gets another.</summary>
    internal void LeaveWorld() => _world = null;

    public async ValueTask DisposeAsync()
    {
        if (_next is not null)
        {
            await _next;
        }
    }

    /// <summary>While callers change one world, the services hear of the people of the next.</summary>
    private async Task<AccessWorld> TakeWorldAsync()
    {
        var making = _next ?? AccessWorld.CreateAsync(this);
        // One that could not be made is not asked for again.
        _next = null;
        var world = await making;
        _next = AccessWorld.CreateAsync(this);
        return world;
    }
}
