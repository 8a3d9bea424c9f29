using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Identity;
using Waymark.Platform.Messaging;

namespace Waymark.Platform.Http;

/// <summary>
/// Finds out who calls and refuses what the endpoint's permission does not allow. Deny by default: an endpoint without a
/// permission is refused like one that does not exist.
/// </summary>
internal sealed class PermissionCheck(RequestDelegate next, ICallers callers)
{
    public Task InvokeAsync(HttpContext http)
    {
        // What is no RouteEndpoint is the router's own refusal of a method or media type: nothing of ours runs behind it.
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return next(http);
        }

        if (endpoint.Metadata.GetMetadata<RequiredPermission>()?.Permission is not { } permission)
        {
            return Problems.NotFound("resource").ExecuteAsync(http);
        }

        if (permission == Permissions.Public || (endpoint.Metadata.GetMetadata<OpenOnThisMachine>() is not null && IsFromThisMachine(http)))
        {
            return next(http);
        }

        if (callers.Identify(http) is not { } caller)
        {
            return ProblemKinds.InvalidToken.Because().ExecuteAsync(http);
        }

        if (permission.StartsWith("operations.", StringComparison.Ordinal) && !caller.IsAdministrator)
        {
            return Problems.Forbidden("Only administrators of the platform may do this.").ExecuteAsync(http);
        }

        http.Features.Set(caller);
        http.RequestServices.GetRequiredService<RequestMetadata>().ActorId = caller.Id;
        return next(http);
    }

    private static bool IsFromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("X-Original-For") && !http.Request.Headers.ContainsKey("Forwarded");
}

/// <summary>Tells who calls by the credentials of the request.</summary>
public interface ICallers
{
    /// <summary>The caller, or null when there are no credentials or none that count.</summary>
    Caller? Identify(HttpContext http);
}
