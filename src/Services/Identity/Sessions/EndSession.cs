namespace Waymark.Identity.Sessions;

internal static class EndSession
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/auth/sessions/{id:guid}", HandleAsync).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(EndSession)).WithSummary("End one of your sessions");

    private static async Task<Results<Deleted, Problem>> HandleAsync(Guid id, Caller caller, SessionEnd ends, CancellationToken ct) =>
        await ends.OneAsync(caller.Id, id, SessionEnd.EndedByOwner, ct) ? Answers.Deleted() : Problems.NotFound("session");
}
