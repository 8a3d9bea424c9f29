namespace Waymark.Operations.DeadLetters;

/// <summary>How to replay one dead letter; everything may be left out.</summary>
/// <param name="Force">Also when it arrived longer ago than the inbox remembers.</param>
/// <param name="Reason">Why; stands in the record.</param>
public sealed record ReplayDeadLetterRequest(bool Force = false, [property: TrimmedLength(ReplayDeadLetterRequest.MaxReasonLength)] string? Reason = null)
{
    internal const int MaxReasonLength = 500;
}

/// <summary>Makes one event due again. However many ask at once, one of them brings its effect about.</summary>
internal static class ReplayDeadLetter
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/operations/dead-letters/{letterId:guid}/replay", HandleAsync).RequirePermission(Permissions.OperationsManage)
            .MayRefuse(DeadLetterNotOpen, ReplayTooOld, DeadLetterUnreadable).WithName(nameof(ReplayDeadLetter)).WithSummary("Try an event that was given up again");

    internal static readonly ProblemKind DeadLetterNotOpen =
        ProblemKind.Conflict("dead_letter_not_open", "Only an open dead letter can be dealt with; somebody has dealt with this one.");

    private static readonly ProblemKind ReplayTooOld = ProblemKind.Unprocessable(
        "replay_too_old",
        "The event arrived longer ago than applied events are remembered, so its effect might happen twice; ask with force: true to replay it all the same.");

    private static readonly ProblemKind DeadLetterUnreadable = ProblemKind.Unprocessable(
        "dead_letter_unreadable", "The event cannot be read, so nothing can carry it; it can only be discarded.");

    internal static Problem NotOpen(DeadLetter letter) =>
        DeadLetterNotOpen.Because($"The dead letter is {letter.State.ToString().ToLowerInvariant()}; only an open one can be dealt with.");

    private static async Task<Results<Answer<DeadLetterResponse>, Problem>> HandleAsync(
        Guid letterId, ReplayDeadLetterRequest? request, Caller caller, LetterBoxes boxes, LetterActs acts, OperationsDbContext db, CancellationToken ct)
    {
        var (found, problem) = await boxes.FindAsync(letterId, ct);
        if ((problem ?? Refuse(found!.Letter, request?.Force == true)) is { } refused)
        {
            return refused;
        }

        var act = await acts.BeginAsync(LetterActKind.Replay, caller, [(found!.Service, letterId)], request?.Reason, request?.Force == true, ct);
        var done = await acts.PerformAsync(act, ct);
        acts.Close(act, done);
        if (done.Count == 0)
        {
            await db.SaveChangesAsync(ct);
            return DeadLetterNotOpen.Because("Somebody else has dealt with the dead letter at the same time.");
        }

        var (now, gone) = await boxes.FindAsync(letterId, ct);
        return now is null ? gone! : await db.CommitAsync(Answers.Ok(DeadLetterResponse.Of(now.Service, now.Letter.Letter)), ct);
    }

    private static Problem? Refuse(DeadLetterContents contents, bool force) => contents.Letter switch
    {
        { State: not DeadLetterState.Open } letter => NotOpen(letter),
        { IsForgotten: true } when !force => ReplayTooOld.Because(),
        { IsOutgoing: true } when contents.Event is null => DeadLetterUnreadable.Because(),
        _ => null,
    };
}
