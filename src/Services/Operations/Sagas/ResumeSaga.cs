namespace Waymark.Operations.Sagas;

/// <summary>Why a workflow is let go on; may be left out.</summary>
public sealed record ResumeSagaRequest([property: TrimmedLength(ResumeSagaRequest.MaxReasonLength)] string? Reason = null)
{
    internal const int MaxReasonLength = 500;
}

/// <summary>Lets a stuck saga go on: a step that waits for answers asks for them again, an undoing that failed is tried again.</summary>
internal static class ResumeSaga
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/operations/sagas/{sagaId:guid}/resume", HandleAsync).RequirePermission(Permissions.OperationsManage)
            .MayRefuse(SagaNotStuck).WithName(nameof(ResumeSaga)).WithSummary("Let a workflow go on that stands still");

    private static readonly ProblemKind SagaNotStuck =
        ProblemKind.Conflict("saga_not_stuck", "Only a workflow that stands still can be resumed; this one goes on by itself, or has ended.");

    private static async Task<Results<Answer<SagaResponse>, Problem>> HandleAsync(
        Guid sagaId, ResumeSagaRequest? request, Caller caller, SagaBoxes boxes, SagaActs acts, OperationsDbContext db, CancellationToken ct)
    {
        var (found, problem) = await boxes.FindAsync(sagaId, ct);
        if ((problem ?? (found!.Saga.IsStuck ? null : SagaNotStuck.Because())) is { } refused)
        {
            return refused;
        }

        var act = await acts.BeginAsync(caller, found!.Service, found.Saga, request?.Reason, ct);
        var isDone = await acts.PerformAsync(act, ct);
        acts.Close(act, isDone);
        if (!isDone)
        {
            await db.SaveChangesAsync(ct);
            return SagaNotStuck.Because("The workflow has gone on meanwhile.");
        }

        var (now, gone) = await boxes.FindAsync(sagaId, ct);
        return now is null ? gone! : await db.CommitAsync(Answers.Ok(SagaResponse.Of(now.Service, now.Saga)), ct);
    }
}
