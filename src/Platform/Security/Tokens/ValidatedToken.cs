namespace Waymark.Platform.Security.Tokens;

/// <summary>What a valid access token says.</summary>
public sealed record ValidatedToken
{
    /// <summary>Whom it stands for.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The session it belongs to; null for tokens of services.</summary>
    public required Guid? SessionId { get; init; }

    /// <summary>The token's own id, unique.</summary>
    public required Guid Jti { get; init; }

    /// <summary>The client that asked for it.</summary>
    public required string ClientId { get; init; }

    /// <summary>Platform roles.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>What it may be used for; none means everything that the person may do.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The workspace it is bound to, where it is.</summary>
    public required Guid? TenantId { get; init; }

    /// <summary>When the person last showed a credential, where the token says so.</summary>
    public required DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>How, in the words of RFC 8176.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>The account's security version when the token was issued.</summary>
    public required long SecurityVersion { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>When it ends, without the allowance for clocks.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
