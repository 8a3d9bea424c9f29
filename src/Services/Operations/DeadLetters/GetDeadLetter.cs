using Microsoft.AspNetCore.Mvc;
using Waymark.Contracts.Operations;

namespace Waymark.Operations.DeadLetters;

/// <summary>One dead letter with its event. Its payload may hold what people wrote, so looking at it is recorded before it is shown.</summary>
internal static class GetDeadLetter
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/operations/dead-letters/{letterId:guid}", HandleAsync).RequirePermission(Permissions.OperationsRead)
            .WithName(nameof(GetDeadLetter)).WithSummary("Look at an event that was given up; with payload=true also at what it says, which is recorded");

    private static async Task<Results<Answer<DeadLetterDetails>, Problem>> HandleAsync(
        Guid letterId, [FromQuery] bool? payload, Caller caller, LetterBoxes boxes, LetterActs acts, OperationsDbContext db, CancellationToken ct)
    {
        var (found, problem) = await boxes.FindAsync(letterId, ct);
        if (found is null)
        {
            return problem!;
        }

        if (payload == true)
        {
            await using var transaction = await db.BeginAsync(ct);
            var letter = found.Letter.Letter;
            var act = await acts.BeginAsync(LetterActKind.Inspect, caller, [(found.Service, letterId)], reason: null, force: false, ct);
            acts.Close(act, [new DeadLetterReference(found.Service, letterId, letter.MessageId, letter.IsOutgoing ? null : letter.Consumer, letter.Type)]);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return Answers.Ok(DeadLetterDetails.Of(found.Service, found.Letter, isMasked: payload != true));
    }
}
