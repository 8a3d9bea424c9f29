using Waymark.Projects.Parts;

namespace Waymark.Projects.Goals;

/// <summary>How goals are asked for: <c>-createdAt</c> unless <c>createdAt</c> is wished.</summary>
public sealed record GoalListQuery
{
    /// <summary>Only goals of this workspace; without it those of all workspaces in which the caller is.</summary>
    public Guid? WorkspaceId { get; init; }

    /// <summary>Only goals that contribute directly to this one; <c>none</c> for those that contribute to no other.</summary>
    public string? ParentId { get; init; }

    /// <summary>The order.</summary>
    [SortedBy("createdAt")]
    public string? Sort { get; init; }

    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: <c>nextCursor</c> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>The parent that is asked for: null for any, the empty id for none.</summary>
    internal Guid? Parent => ParentId is null ? null : ParentId == "none" ? Guid.Empty : Guid.Parse(ParentId);

    /// <summary>Where the page begins and how long it is, or what is wrong with the question.</summary>
    internal (PartListPlace? Place, Problem? Problem) Read() => ParentId is null or "none" || Guid.TryParse(ParentId, out _)
        ? new PartListQuery { Sort = Sort, Limit = Limit, Cursor = Cursor }.Read()
        : (null, Problems.Invalid("parentId", "An id or none is expected."));
}

internal static class ListGoals
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/goals", ListAsync).RequirePermission(Permissions.GoalRead)
            .WithName(nameof(ListGoals)).WithSummary("List the goals of the caller's workspaces, with how far they are");
        routes.MapGet("/api/goals/{goalId:guid}", GetAsync).RequirePermission(Permissions.GoalRead)
            .WithName("GetGoal").WithSummary("Read a goal");
    }

    private static async Task<Results<Answer<Page<GoalResponse>>, Problem>> ListAsync(
        [AsParameters] GoalListQuery query, Caller caller, GoalReading goals, CancellationToken ct)
    {
        var (place, problem) = query.Read();
        if (place is null)
        {
            return problem!;
        }

        var page = Page<GoalRow>.Of(
            await goals.ListAsync(query, place, caller.Id, ct), place.Limit, last => new Cursor(place.Sort, null, last.Goal.Id).ToString());
        var tallies = await goals.TallyAsync(page.Items.SelectMany(g => g.CountedProjects), ct);
        return Answers.Ok(new Page<GoalResponse>([.. page.Items.Select(g => g.ToResponse(tallies))], page.NextCursor));
    }

    private static async Task<Results<Answer<GoalResponse>, Problem>> GetAsync(Guid goalId, Caller caller, GoalReading goals, CancellationToken ct) =>
        await goals.FindAsync(goalId, caller.Id, ct) is { } row
            ? Answers.Ok(row.ToResponse(await goals.TallyAsync(row.CountedProjects, ct)), row.Goal.Version)
            : Problems.NotFound("goal");
}
