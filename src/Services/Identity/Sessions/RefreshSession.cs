using Npgsql;
using Waymark.Identity.SignIn;
using Waymark.Platform.Security;

namespace Waymark.Identity.Sessions;

public sealed record RefreshSessionRequest(string? RefreshToken);

/// <summary>
/// Exchanges a refresh token for the next one (RFC 9700, section 4.14.2). One statement decides, so of any number of
/// exchanges at once exactly one wins.
/// </summary>
internal static class RefreshSession
{
    /// <summary>How long a browser's own second try counts as haste, not as theft.</summary>
    public static readonly TimeSpan RaceWindow = TimeSpan.FromSeconds(10);

    private const string Exchange =
        """
        with used as (
            update refresh_token t set used_at = @now
            from session s
            where t.hash = @hash and t.used_at is null and t.expires_at > @now
                and s.id = t.session_id and s.revoked_at is null and s.ends_at > @now
            returning t.id, t.session_id, least(@slides, s.ends_at) as expires_at),
        fresh as (
            insert into refresh_token (id, session_id, parent_id, hash, issued_at, expires_at)
            select @id, session_id, id, @next, @now, expires_at from used),
        seen as (
            update session s set last_used_at = @now, address = @address, expires_at = used.expires_at
            from used where s.id = used.session_id
            returning s.id, s.user_id, s.created_at, s.expires_at)
        select seen.id, seen.user_id, seen.created_at, seen.expires_at from seen
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/auth/refresh", HandleAsync).RequirePermission(Permissions.Public).WithMetadata(CredentialBody.Limit)
            .WithName(nameof(RefreshSession)).WithSummary("Exchange a refresh token for fresh tokens");

    private static async Task<Results<Answer<SignedInResponse>, Problem>> HandleAsync(
        RefreshSessionRequest? request, HttpContext http, IdentityDbContext db, TokenIssue tokens, SessionEnd ends, CancellationToken ct)
    {
        var shown = ShownToken.Of(http.Request, request?.RefreshToken);
        if (shown.Problem is not null)
        {
            return shown.Problem;
        }

        if (shown.Token is null)
        {
            return Refuse(http);
        }

        var hash = OpaqueToken.HashOf(shown.Token);
        if (await ExchangeAsync(http, db, hash, ct) is not { } next)
        {
            return await ExplainAsync(http, db, ends, hash, shown.IsCookie, ct);
        }

        return Answers.Ok(await tokens.AnswerAsync(http, next, ct));
    }

    private static async Task<SessionTokens?> ExchangeAsync(HttpContext http, IdentityDbContext db, byte[] hash, CancellationToken ct)
    {
        var now = db.Scope.Now;
        var token = OpaqueToken.Create(OpaqueToken.Refresh);
        (Guid Session, Guid User, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt) row;
        await using (var command = await db.CommandAsync(Exchange, ct))
        {
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", now));
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("slides", now + Session.SlidingLifetime));
            command.Parameters.Add(new NpgsqlParameter<byte[]>("hash", hash));
            command.Parameters.Add(new NpgsqlParameter<byte[]>("next", OpaqueToken.HashOf(token)));
            command.Parameters.Add(new NpgsqlParameter<Guid>("id", Guid.CreateVersion7(now)));
            command.Parameters.Add(new NpgsqlParameter<string>("address", ClientAddress.Of(http)));
            await using var reader = await command.ExecuteReaderAsync(ct);
            if (!await reader.ReadAsync(ct))
            {
                return null;
            }

            row = (reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<DateTimeOffset>(3));
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == row.User, ct);
        if (account.ClosedAt is not null)
        {
            // Somebody signed in at the very moment in which the account was closed.
            return null;
        }

        return new SessionTokens(account, row.Session, row.CreatedAt, token, row.ExpiresAt);
    }

    /// <summary>Why nothing was exchanged: a browser in haste is told to look again, a used token ends its family.</summary>
    private static async Task<Problem> ExplainAsync(HttpContext http, IdentityDbContext db, SessionEnd ends, byte[] hash, bool isCookie, CancellationToken ct)
    {
        var now = db.Scope.Now;
        var shown = await (from t in db.RefreshTokens
                           join s in db.Sessions on t.SessionId equals s.Id
                           where t.Hash == hash && t.UsedAt != null && s.RevokedAt == null && s.EndsAt > now
                           select new { t.UsedAt, s.Id, s.UserId, s.IsBrowser }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (shown is null)
        {
            return Refuse(http);
        }

        if (isCookie && shown.IsBrowser && now - shown.UsedAt < RaceWindow)
        {
            return Problems.Conflict("refresh_raced", "Another tab was quicker; use the cookie that it has received.");
        }

        await ends.OneAsync(shown.UserId, shown.Id, SessionEnd.TokenReused, ct);
        return Refuse(http);
    }

    private static Problem Refuse(HttpContext http)
    {
        BrowserCookies.ForgetRefresh(http);
        return Problems.Unauthorized("invalid_refresh_token", "Sign in again.");
    }
}
