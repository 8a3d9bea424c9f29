namespace Waymark.Operations.DeadLetters;

/// <summary>Dead letters that died of one cause.</summary>
/// <param name="Fingerprint">What they have in common; a filter of the list.</param>
/// <param name="Service">Where they stand.</param>
/// <param name="Count">How many there are.</param>
/// <param name="FirstDiedAt">When the first of them died.</param>
/// <param name="LastDiedAt">When the last one did.</param>
/// <param name="Types">The wire types among them.</param>
/// <param name="Example">The last one.</param>
public sealed record DeadLetterGroupResponse(string Fingerprint, string Service, long Count, DateTimeOffset FirstDiedAt, DateTimeOffset LastDiedAt,
    IReadOnlyList<string> Types, DeadLetterResponse Example);

/// <summary>The groups, the largest first. <paramref name="Unreachable"/> services are missing.</summary>
public sealed record DeadLetterGroups(IReadOnlyList<DeadLetterGroupResponse> Items, IReadOnlyList<string> Unreachable);

/// <summary>A thousand letters are mostly a handful of causes; this shows the causes.</summary>
internal static class ListDeadLetterGroups
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/operations/dead-letters/groups", HandleAsync).RequirePermission(Permissions.OperationsRead)
            .WithName(nameof(ListDeadLetterGroups)).WithSummary("Group the events that were given up by what they died of");

    private static async Task<Results<Answer<DeadLetterGroups>, Problem>> HandleAsync(
        [AsParameters] DeadLetterQuery query, EveryService every, DeadLetterBox box, CancellationToken ct)
    {
        var (selection, wrong) = query.Read(every);
        if (selection is null)
        {
            return wrong!;
        }

        var answers = await every.AskAsync(
            (service, limited) => box.GroupAsync(service, selection.Filter, PageLimit.Max, limited), ct, selection.Services);
        var groups = answers.Given
            .SelectMany(g => g.Answer, (g, group) => new DeadLetterGroupResponse(group.Fingerprint, g.Service, group.Count, group.FirstDiedAt,
                group.LastDiedAt, group.Types, DeadLetterResponse.Of(g.Service, group.Example)))
            .OrderByDescending(g => g.Count).ThenByDescending(g => g.LastDiedAt).Take(PageLimit.Max).ToList();
        return Answers.Ok(new DeadLetterGroups(groups, answers.Unreachable));
    }
}
