namespace Waymark.Platform.Security.Tokens;

/// <summary>What issuer and validators of access tokens agree on.</summary>
public sealed record AccessTokenOptions
{
    /// <summary>The issuer, compared exactly: the installation's public URL.</summary>
    public required string Issuer { get; init; }

    /// <summary>The audience: one group of services.</summary>
    public string Audience { get; init; } = "waymark";

    /// <summary>How long a token lives; a validator refuses any that lives longer.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How far clocks may be apart.</summary>
    public TimeSpan Skew { get; init; } = TimeSpan.FromSeconds(30);
}
