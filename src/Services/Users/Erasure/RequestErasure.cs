using Microsoft.AspNetCore.Mvc;
using Waymark.Contracts.Projects;
using Waymark.Platform.Messaging.Sagas;
using Waymark.Platform.Security;
using Waymark.Users.Profiles;

namespace Waymark.Users.Erasure;

/// <summary>The current password, because what follows cannot be taken back.</summary>
public sealed record EraseAccountRequest([property: Required(AllowEmptyStrings = true), StringLength(1024)] string? Password);

/// <summary>Something that would be left without an owner: <c>kind</c> is <c>workspace</c> or <c>project</c>.</summary>
public sealed record PlaceToHandOver(string Kind, Guid Id, string Name);

/// <summary>Begins the erasure of the caller's account; whoever is the only owner of what others use hands it over first.</summary>
internal static class RequestErasure
{
    private static readonly ProblemKind WrongPassword = new(StatusCodes.Status403Forbidden, "wrong_password", "The password is wrong.");

    private static readonly ProblemKind HandOverFirst = ProblemKind.Unprocessable(
        "hand_over_first", "Others work in places that the caller alone owns; make somebody else their owner first. They stand in places.");

    private static readonly ProblemKind ErasureRunning = ProblemKind.Conflict("erasure_running", "The account is being erased already.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/users/account", HandleAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(WrongPassword, ProblemKinds.NotFound, HandOverFirst, ErasureRunning).WithName(nameof(RequestErasure)).WithSummary("Erase the caller's account, with the current password");

    private static async Task<Results<AcceptedAnswer<ErasureResponse>, Problem>> HandleAsync(
        [FromBody] EraseAccountRequest request, Caller caller, OwnProfile own, IAccounts accounts, IProjectOwnership projects, CancellationToken ct)
    {
        var password = await accounts.ConfirmAsync(caller.Id, request.Password!, ct);
        if (!password.IsRight)
        {
            return password.RetryAfterSeconds is { } seconds
                ? Problems.TooManyRequests(seconds, "Too many wrong passwords; wait before the next one.")
                : WrongPassword.Because();
        }

        if (await own.FindAsync(caller.Id, ct) is not { } profile)
        {
            return Problems.NotFound("person");
        }

        var places = await PlacesAsync(own.Db, projects, caller.Id, ct);
        return places.Count > 0 ? HandOverTo(places) : await BeginAsync(own.Db, profile, ct);
    }

    private static async Task<List<PlaceToHandOver>> PlacesAsync(UsersDbContext db, IProjectOwnership projects, Guid userId, CancellationToken ct)
    {
        var workspaces = await db.Workspaces
            .Where(w => w.DeletedAt == null && !w.IsPersonal && w.Members.Count > 1
                && w.Members.Any(m => m.UserId == userId && m.Rank == WorkspaceMember.OwnerRank)
                && !w.Members.Any(m => m.UserId != userId && m.Rank == WorkspaceMember.OwnerRank))
            .OrderBy(w => w.Name).Select(w => new PlaceToHandOver("workspace", w.Id, w.Name)).ToListAsync(ct);
        return [.. workspaces, .. (await projects.FindOnlyOwnedAsync(userId, ct)).Select(p => new PlaceToHandOver("project", p.Id, p.Name))];
    }

    private static Problem HandOverTo(List<PlaceToHandOver> places) => HandOverFirst.Because(
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["places"] = places });

    private static async Task<Results<AcceptedAnswer<ErasureResponse>, Problem>> BeginAsync(UsersDbContext db, Profile profile, CancellationToken ct)
    {
        var token = OpaqueToken.Create(OpaqueToken.Erasure);
        var hash = OpaqueToken.HashOf(token);
        var state = new ErasureState
        {
            UserId = profile.Id,
            TokenHash = Convert.ToHexStringLower(hash),
            AddressHash = ErasedPerson.HashOf(profile.EmailFolded),
        };
        await using var transaction = await db.BeginAsync(ct);
        if (await db.BeginSagaAsync(AccountErasure.Plan, AccountErasure.KeyOf(profile.Id), state, ct, AccountErasure.IdOf(hash)) is null)
        {
            return ErasureRunning.Because();
        }

        // From now on nobody adds the person anywhere.
        profile.ErasedAt = db.Scope.Now;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Answers.Accepted($"/api/users/account/erasure/{token}", new ErasureResponse(ErasureResponse.Running, db.Scope.Now, null));
    }
}

/// <summary>How far an erasure is: <c>running</c>, <c>delayed</c> (somebody has to look at it) or <c>completed</c>.</summary>
public sealed record ErasureResponse(
    [property: OneOf(ErasureResponse.Running, ErasureResponse.Delayed, ErasureResponse.Completed)] string State, DateTimeOffset RequestedAt, DateTimeOffset? CompletedAt)
{
    internal const string Running = "running";
    internal const string Delayed = "delayed";
    internal const string Completed = "completed";
}
