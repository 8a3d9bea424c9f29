namespace Waymark.Platform.Security.Tokens;

/// <summary>What an access token is to say.</summary>
/// <param name="UserId">Whom it stands for: claim <c>sub</c>.</param>
/// <param name="SessionId">The session it belongs to: <c>sid</c>.</param>
/// <param name="ClientId">The client that asked for it: <c>client_id</c>.</param>
/// <param name="AuthenticatedAt">When the person last showed a credential: <c>auth_time</c>.</param>
/// <param name="Methods">How, in the words of RFC 8176: <c>amr</c>.</param>
/// <param name="SecurityVersion">The account's security version: <c>sv</c>; raising it ends every older token.</param>
public sealed record AccessTokenGrant(
    Guid UserId,
    Guid SessionId,
    string ClientId,
    DateTimeOffset AuthenticatedAt,
    IReadOnlyList<string> Methods,
    long SecurityVersion)
{
    /// <summary>Platform roles: <c>roles</c> (RFC 9068, section 2.2.3.1).</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>What the token may be used for: <c>scope</c>; none means everything that the person may do.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The workspace the token is bound to, where it is: <c>tid</c>.</summary>
    public Guid? TenantId { get; init; }
}

/// <summary>A signed access token.</summary>
/// <param name="Text">The token in compact form.</param>
/// <param name="Id">Its <c>jti</c>.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record AccessToken(string Text, Guid Id, DateTimeOffset ExpiresAt);
