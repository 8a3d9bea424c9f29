using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Waymark.Contracts.Identity;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Platform.Http;

/// <summary>Tells callers by their access token.</summary>
internal sealed partial class TokenCallers(ValidatedTokens tokens, ILogger<TokenCallers> log) : ICallers
{
    private const string Scheme = "Bearer ";

    public Caller? Identify(HttpContext http)
    {
        if (TokenOf(http) is not { Length: > 0 } token)
        {
            return null;
        }

        if (tokens.TryValidate(token, out var valid, out var fault) && valid.SessionId is { } session)
        {
            return new Caller(valid.UserId, session, valid.Roles.Contains(PlatformRoles.Administrator, StringComparer.Ordinal));
        }

        LogRefused(log, fault);
        return null;
    }

    /// <summary>A WebSocket cannot send headers from a browser, so the hub's handshake may carry the token in its query.</summary>
    private static ReadOnlySpan<char> TokenOf(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return header.AsSpan(Scheme.Length).Trim();
        }

        return http.Request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal) ? http.Request.Query["access_token"].ToString() : default;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An access token was refused: {Fault}")]
    private static partial void LogRefused(ILogger log, TokenFault fault);
}

/// <summary>Registers the check of access tokens.</summary>
public static class TokenCheck
{
    /// <summary>Needs an <see cref="ISigningKeys"/>: identity's own in its process, elsewhere those it publishes.</summary>
    public static IServiceCollection AddTokenCheck(this IServiceCollection services, AccessTokenOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<AccessTokenIssuer>();
        services.AddSingleton<AccessTokenValidator>();
        services.AddSingleton<RevokedTokens>();
        services.AddSingleton<ValidatedTokens>();
        services.AddSingleton<ICallers, TokenCallers>();
        return services;
    }
}
