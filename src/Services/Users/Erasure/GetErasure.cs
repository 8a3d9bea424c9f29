using System.Security.Cryptography;
using System.Text.Json;
using Waymark.Platform.Messaging.Sagas;
using Waymark.Platform.Security;

namespace Waymark.Users.Erasure;

/// <summary>
/// How far an erasure is, for whoever has the address that its request was answered with: there is no account to ask by. It can
/// be asked for 30 days after its end.
/// </summary>
internal static class GetErasure
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/users/account/erasure/{token}", HandleAsync).RequirePermission(Permissions.Public)
            .WithName(nameof(GetErasure)).WithSummary("How far the erasure of an account is");

    private static async Task<Results<Answer<ErasureResponse>, Problem>> HandleAsync(string token, SagaBox sagas, UsersDbContext db, CancellationToken ct)
    {
        var hash = OpaqueToken.HashOf(token);
        if (!OpaqueToken.IsOne(OpaqueToken.Erasure, token)
            || await sagas.FindAsync(db.Scope.Service, AccountErasure.IdOf(hash), ct) is not { } saga || saga.Type != AccountErasure.Plan.Type
            || JsonSerializer.Deserialize(saga.StateJson, ErasureJson.Default.ErasureState) is not { } state
            || !CryptographicOperations.FixedTimeEquals(Convert.FromHexString(state.TokenHash), hash))
        {
            return Problems.NotFound("erasure");
        }

        var isDone = saga.Status == SagaStatus.Completed;
        var at = isDone ? ErasureResponse.Completed : saga.IsStuck ? ErasureResponse.Delayed : ErasureResponse.Running;
        return Answers.Ok(new ErasureResponse(at, saga.StartedAt, isDone ? saga.UpdatedAt : null));
    }
}
