using Microsoft.AspNetCore.Builder;

namespace Waymark.Platform.Http;

/// <summary>The one permission that an endpoint demands, as its metadata.</summary>
/// <param name="Permission">A constant of <see cref="Waymark.Contracts.Identity.Permissions"/>.</param>
public sealed record RequiredPermission(string Permission);

/// <summary>
/// Metadata of an operations endpoint that a program on the same machine may read without credentials, such as a collector of
/// figures. A request that a proxy forwarded is not from this machine, wherever the proxy runs.
/// </summary>
public sealed record OpenOnThisMachine;

/// <summary>Declares what an endpoint demands.</summary>
public static class RequirePermissionExtensions
{
    /// <summary>
    /// Every endpoint declares exactly one permission; one without is refused at run time and by a test. Platform permissions
    /// are checked before the endpoint runs; rights in a project or workspace by the endpoint, with the rows it reads anyway.
    /// </summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, string permission)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(new RequiredPermission(permission)));
        return endpoint;
    }
}
