using Waymark.Identity.Credentials;
using Waymark.Identity.SignIn;
using Waymark.Platform.Security;

namespace Waymark.Identity.Sessions;

public sealed record LogOutRequest(string? RefreshToken);

/// <summary>
/// Ends the session that the request belongs to: by its refresh token, else by its access token. It is public, because the
/// access token may well be over by then.
/// </summary>
internal static class LogOut
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/auth/logout", HandleAsync).RequirePermission(Permissions.Public).WithMetadata(CredentialBody.Limit, BrowserCookies.Header)
            .MayRefuse(CredentialChange.Unauthorized, ProblemKinds.Forbidden).WithName(nameof(LogOut)).WithSummary("End this session");

    private static async Task<Results<Deleted, Problem>> HandleAsync(
        LogOutRequest? request, HttpContext http, ICallers callers, IdentityDbContext db, SessionEnd ends, CancellationToken ct)
    {
        var shown = ShownToken.Of(http.Request, request?.RefreshToken);
        if (shown.Problem is not null)
        {
            return shown.Problem;
        }

        var caller = callers.Identify(http);
        if (caller is null && shown.Token is null && !shown.IsCookie && request?.RefreshToken is null)
        {
            return CredentialChange.Unauthorized.Because();
        }

        if (shown.Token is not null)
        {
            await EndFamilyAsync(db, ends, OpaqueToken.HashOf(shown.Token), ct);
        }

        if (caller is not null)
        {
            await ends.OneAsync(caller.Id, caller.SessionId, SessionEnd.SignedOut, ct);
        }

        if (shown.IsCookie)
        {
            BrowserCookies.ForgetRefresh(http);
        }

        return Answers.Deleted();
    }

    private static async Task EndFamilyAsync(IdentityDbContext db, SessionEnd ends, byte[] hash, CancellationToken ct)
    {
        var session = await (from t in db.RefreshTokens
                             join s in db.Sessions on t.SessionId equals s.Id
                             where t.Hash == hash
                             select new { s.UserId, s.Id }).SingleOrDefaultAsync(ct);
        if (session is not null)
        {
            await ends.OneAsync(session.UserId, session.Id, SessionEnd.SignedOut, ct);
        }
    }
}
