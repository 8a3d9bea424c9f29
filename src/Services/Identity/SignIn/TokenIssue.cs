using Waymark.Identity.Keys;
using Waymark.Platform.Security;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Identity.SignIn;

/// <summary>Makes the tokens of a session and the answer that carries them.</summary>
internal sealed class TokenIssue(SigningKeyRing keys, AccessTokenIssuer issuer, AccessTokenOptions options, TimeProvider clock)
{
    /// <summary>Begins a session: adds it with its first refresh token, and publishes <c>user.logged_in</c>. The caller saves.</summary>
    public async Task<SignedInResponse> BeginSessionAsync(HttpContext http, IdentityDbContext db, UserAccount account, CancellationToken ct)
    {
        var now = db.Scope.Now;
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            UserId = account.Id,
            IsBrowser = BrowserCookies.IsBrowser(http.Request),
            Device = DeviceName.Of(http.Request),
            Address = ClientAddress.Of(http),
            CreatedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + Session.SlidingLifetime,
            EndsAt = now + Session.AbsoluteLifetime,
        };
        var refresh = OpaqueToken.Create(OpaqueToken.Refresh);
        db.Sessions.Add(session);
        db.RefreshTokens.Add(new RefreshToken
        {
            Id = Guid.CreateVersion7(now),
            SessionId = session.Id,
            Hash = OpaqueToken.HashOf(refresh),
            IssuedAt = now,
            ExpiresAt = session.ExpiresAt,
        });
        db.Scope.Request.ActorId = account.Id;
        db.Publish(session, new UserLoggedIn(account.Id, session.Id));
        return await AnswerAsync(http, new SessionTokens(account, session.Id, session.CreatedAt, refresh, session.ExpiresAt), ct);
    }

    /// <summary>The answer with a fresh access token; browsers get the refresh token as a cookie instead.</summary>
    public async Task<SignedInResponse> AnswerAsync(HttpContext http, SessionTokens tokens, CancellationToken ct)
    {
        var account = tokens.Account;
        var grant = new AccessTokenGrant(account.Id, tokens.SessionId, "waymark", tokens.AuthenticatedAt, ["pwd"], account.SecurityVersion) { Roles = account.Roles };
        var access = issuer.Issue(grant, await keys.CurrentAsync(ct));
        var isBrowser = BrowserCookies.IsBrowser(http.Request);
        if (isBrowser)
        {
            BrowserCookies.WriteRefresh(http, tokens.RefreshToken, tokens.ExpiresAt - clock.GetUtcNow());
        }

        http.Response.Headers.CacheControl = "no-store";
        return new SignedInResponse(
            SignedInUser.Of(account), access.Text, isBrowser ? null : tokens.RefreshToken, "Bearer", (int)options.Lifetime.TotalSeconds);
    }
}

/// <summary>What a session hands out.</summary>
internal sealed record SessionTokens(UserAccount Account, Guid SessionId, DateTimeOffset AuthenticatedAt, string RefreshToken, DateTimeOffset ExpiresAt);
