using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Waymark.Platform.Messaging;

namespace Waymark.Platform.Http;

/// <summary>The course of every request through a service, behind the edge or the gateway.</summary>
public static class ApiPipeline
{
    /// <summary>Registers what the pipeline needs.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(Json.Configure);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.TryAddScoped<RequestMetadata>();
        return services;
    }

    /// <summary>Comes first of all: whoever answers a request, its correlation id is known.</summary>
    public static void UseCorrelation(this IApplicationBuilder app) => app.UseMiddleware<Correlation>();

    /// <summary>Faults, versions, routing, permission, back-pressure, idempotency – in this order.</summary>
    public static void UseApi(this IApplicationBuilder app)
    {
        app.UseMiddleware<RequestFaults>();
        app.Use(VersionedPath.RewriteAsync);
        app.Use(ForbiddenText.RefuseAsync);
        app.UseRouting();
        app.UseMiddleware<PermissionCheck>();
        app.UseMiddleware<OutboxGuard>();
        app.UseMiddleware<Idempotency.RepeatablePosts>();
    }
}

/// <summary><c>/api/v1/…</c> is <c>/api/…</c>: there is one version so far, and both name it.</summary>
internal static class VersionedPath
{
    private static readonly PathString Version1 = "/api/v1";

    public static Task RewriteAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments(Version1, StringComparison.Ordinal, out var rest))
        {
            http.Request.Path = "/api" + rest;
        }

        return next(http);
    }
}

/// <summary>Refuses addresses with U+0000, which no text column can hold.</summary>
internal static class ForbiddenText
{
    public static Task RefuseAsync(HttpContext http, RequestDelegate next) =>
        http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true || http.Request.Path.Value?.Contains('\0', StringComparison.Ordinal) == true
            ? ProblemKinds.BadRequest.Because("The address has the character U+0000.").ExecuteAsync(http)
            : next(http);
}
