namespace Waymark.Operations.DeadLetters;

/// <summary>Which dead letters to do without, by their ids or by a filter, and why.</summary>
public sealed record DiscardDeadLettersRequest(
    [property: MaxLength(DeadLetterBox.MostAtOnce)] Guid[]? Ids,
    DeadLetterFilterInput? Filter,
    [property: Required, TrimmedLength(ReplayDeadLetterRequest.MaxReasonLength)] string? Reason);

/// <summary>What a bulk discard did.</summary>
/// <param name="Discarded">How many were closed.</param>
/// <param name="HasMore">Whether more fit the filter than one call takes.</param>
/// <param name="Unreachable">The services whose database did not answer.</param>
public sealed record DiscardDeadLettersResponse(int Discarded, bool HasMore, IReadOnlyList<string> Unreachable);

/// <summary>Closes many dead letters for good, the oldest first; those that are not open are passed over.</summary>
internal static class DiscardDeadLetters
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/operations/dead-letters/discard", HandleAsync).RequirePermission(Permissions.OperationsManage)
            .WithName(nameof(DiscardDeadLetters)).WithSummary("Do without many events that were given up, at most 1,000 a call");

    private static async Task<Results<Answer<DiscardDeadLettersResponse>, Problem>> HandleAsync(
        DiscardDeadLettersRequest request, Caller caller, LetterBoxes boxes, LetterActs acts, OperationsDbContext db, CancellationToken ct)
    {
        var (pick, problem) = await boxes.PickAsync(request.Ids, request.Filter, withForgotten: true, ct);
        if (pick is null)
        {
            return problem!;
        }

        var discarded = 0;
        if (pick.Taken.Count > 0)
        {
            var act = await acts.BeginAsync(
                LetterActKind.Discard, caller, [.. pick.Taken.Select(l => (l.Service, l.Letter.Id))], request.Reason, force: false, ct);
            var done = await acts.PerformAsync(act, ct);
            acts.Close(act, done);
            discarded = done.Count;
        }

        return await db.CommitAsync(Answers.Ok(new DiscardDeadLettersResponse(discarded, pick.HasMore, pick.Unreachable)), ct);
    }
}
