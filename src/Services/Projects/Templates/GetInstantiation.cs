using System.Text.Json;
using Waymark.Platform.Messaging.Sagas;

namespace Waymark.Projects.Templates;

/// <summary>How far the making of a project is, for the person who has asked for it.</summary>
internal static class GetInstantiation
{
    /// <summary>What nobody can mend who uses the product stands in the operations' view of the saga.</summary>
    private const string Unexpected = "It could not be finished; nothing of it is left.";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/project-templates/{id:guid}/instantiations/{instantiationId:guid}", HandleAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(ProblemKinds.NotFound).WithName(nameof(GetInstantiation)).WithSummary("How far a project is that is made from a template");

    private static async Task<Results<Answer<InstantiationResponse>, Problem>> HandleAsync(
        Guid id, Guid instantiationId, Caller caller, ProjectsDbContext db, SagaBox sagas, CancellationToken ct)
    {
        // The saga first: when it has ended by then, the row says how.
        var saga = await sagas.FindAsync(db.Scope.Service, instantiationId, ct);
        if (await db.Instantiations.AsNoTracking().FirstOrDefaultAsync(u => u.Id == instantiationId && u.TemplateId == id && u.RequestedBy == caller.Id, ct) is not { } use)
        {
            return Problems.NotFound("instantiation");
        }

        var (state, reason) = use.CompletedAt is not null ? (InstantiationResponse.Completed, null)
            : saga is { IsStuck: true } ? (InstantiationResponse.Delayed, null)
            : saga is { Status: SagaStatus.Running or SagaStatus.Compensating } ? (InstantiationResponse.Running, null)
            : (InstantiationResponse.Failed, ReasonOf(saga) ?? Unexpected);
        return Answers.Ok(InstantiationResponse.Of(use, state, reason));
    }

    private static string? ReasonOf(SagaView? ended) =>
        ended is null ? null : JsonSerializer.Deserialize(ended.StateJson, TemplateJson.Stored.InstantiationState)?.Refusal;
}
