namespace Waymark.Identity.Model;

/// <summary>
/// One sign-in on one device, and the family of refresh tokens that keeps it alive: as long as it is used every fortnight,
/// at most 90 days.
/// </summary>
internal sealed class Session : IVersioned
{
    public static readonly TimeSpan SlidingLifetime = TimeSpan.FromDays(14);
    public static readonly TimeSpan AbsoluteLifetime = TimeSpan.FromDays(90);

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>Whether its tokens travel in cookies.</summary>
    public required bool IsBrowser { get; init; }

    public required string Device { get; init; }

    public required string Address { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastUsedAt { get; set; }

    /// <summary>When it ends unless it is used before.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it ends in any case.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public string? RevokedReason { get; set; }

    public long Version { get; set; }

    public string PartitionKey => "session:" + Id;

    public Guid? TenantId => null;
}

/// <summary>One link of a session's chain of refresh tokens; only the hash of the token is kept.</summary>
internal sealed class RefreshToken
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    /// <summary>The token that was exchanged for this one.</summary>
    public Guid? ParentId { get; init; }

    public required byte[] Hash { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}
