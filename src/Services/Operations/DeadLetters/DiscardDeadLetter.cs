namespace Waymark.Operations.DeadLetters;

/// <summary>Why the effect of an event may be done without.</summary>
public sealed record DiscardDeadLetterRequest([property: Required, TrimmedLength(ReplayDeadLetterRequest.MaxReasonLength)] string? Reason);

/// <summary>Closes one dead letter for good; its effect will never happen.</summary>
internal static class DiscardDeadLetter
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/operations/dead-letters/{letterId:guid}/discard", HandleAsync).RequirePermission(Permissions.OperationsManage)
            .MayRefuse(ReplayDeadLetter.DeadLetterNotOpen).WithName(nameof(DiscardDeadLetter)).WithSummary("Do without an event that was given up");

    private static async Task<Results<Answer<DeadLetterResponse>, Problem>> HandleAsync(
        Guid letterId, DiscardDeadLetterRequest request, Caller caller, LetterBoxes boxes, LetterActs acts, OperationsDbContext db, CancellationToken ct)
    {
        var (found, problem) = await boxes.FindAsync(letterId, ct);
        if (found is null)
        {
            return problem!;
        }

        if (found.Letter.Letter.State != DeadLetterState.Open)
        {
            return ReplayDeadLetter.NotOpen(found.Letter.Letter);
        }

        var act = await acts.BeginAsync(LetterActKind.Discard, caller, [(found.Service, letterId)], request.Reason, force: false, ct);
        var done = await acts.PerformAsync(act, ct);
        acts.Close(act, done);
        if (done.Count == 0)
        {
            await db.SaveChangesAsync(ct);
            return ReplayDeadLetter.DeadLetterNotOpen.Because("Somebody else has dealt with the dead letter at the same time.");
        }

        var (now, gone) = await boxes.FindAsync(letterId, ct);
        return now is null ? gone! : await db.CommitAsync(Answers.Ok(DeadLetterResponse.Of(now.Service, now.Letter.Letter)), ct);
    }
}
