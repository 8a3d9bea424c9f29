using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Waymark.Platform.Http;

/// <summary>The service that owns an endpoint, as its metadata.</summary>
public sealed record OwningService(string Name);

/// <summary>What every endpoint of every service has in common.</summary>
public static class ServiceRoutes
{
    /// <summary>A group without a prefix: its endpoints carry their owner, and their arguments are checked for shape.</summary>
    public static RouteGroupBuilder Of(IEndpointRouteBuilder routes, string service) =>
        routes.MapGroup("")
            .WithMetadata(new OwningService(service))
            .WithTags(service)
            .AddEndpointFilter(static (context, next) => Shape.FilterAsync(context, next));
}
