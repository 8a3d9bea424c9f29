namespace Waymark.Operations.DeadLetters;

/// <summary>Which dead letters to replay: by their ids, or all open ones that fit a filter.</summary>
public sealed record ReplayDeadLettersRequest(
    [property: MaxLength(DeadLetterBox.MostAtOnce)] Guid[]? Ids,
    DeadLetterFilterInput? Filter,
    bool Force = false,
    [property: TrimmedLength(ReplayDeadLetterRequest.MaxReasonLength)] string? Reason = null);

/// <summary>What a bulk replay did.</summary>
/// <param name="Replayed">How many are due again.</param>
/// <param name="TooOld">How many need <c>force</c>, because they arrived longer ago than the inbox remembers.</param>
/// <param name="HasMore">Whether more fit the filter than one call takes.</param>
/// <param name="Unreachable">The services whose database did not answer.</param>
public sealed record ReplayDeadLettersResponse(int Replayed, int TooOld, bool HasMore, IReadOnlyList<string> Unreachable);

/// <summary>Makes many events due again, the oldest first; those that are not open are passed over.</summary>
internal static class ReplayDeadLetters
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/operations/dead-letters/replay", HandleAsync).RequirePermission(Permissions.OperationsManage)
            .WithName(nameof(ReplayDeadLetters)).WithSummary("Try many events that were given up again, at most 1,000 a call");

    private static async Task<Results<Answer<ReplayDeadLettersResponse>, Problem>> HandleAsync(
        ReplayDeadLettersRequest request, Caller caller, LetterBoxes boxes, LetterActs acts, OperationsDbContext db, CancellationToken ct)
    {
        var (pick, problem) = await boxes.PickAsync(request.Ids, request.Filter, request.Force, ct);
        if (pick is null)
        {
            return problem!;
        }

        var replayed = 0;
        if (pick.Taken.Count > 0)
        {
            var act = await acts.BeginAsync(
                LetterActKind.Replay, caller, [.. pick.Taken.Select(l => (l.Service, l.Letter.Id))], request.Reason, request.Force, ct);
            var done = await acts.PerformAsync(act, ct);
            acts.Close(act, done);
            replayed = done.Count;
        }

        return await db.CommitAsync(Answers.Ok(new ReplayDeadLettersResponse(replayed, pick.TooOld, pick.HasMore, pick.Unreachable)), ct);
    }
}
