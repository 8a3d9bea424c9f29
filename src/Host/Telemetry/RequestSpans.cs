using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Waymark.Host.Telemetry;

/// <summary>
/// Completes a request's span as the HTTP conventions of OpenTelemetry ask: its name is method and route, and it carries the route
/// and the status. The framework names all requests alike and leaves both out.
/// </summary>
internal static class RequestSpans
{
    /// <summary>Stands first in the pipeline, and only where spans are sent.</summary>
    public static void UseRequestSpans(this WebApplication app)
    {
        if (app.Services.GetService<TracerProvider>() is not null)
        {
            app.Use(CompleteAsync);
        }
    }

    private static async Task CompleteAsync(HttpContext http, RequestDelegate next)
    {
        var span = Activity.Current;
        try
        {
            await next(http);
        }
        finally
        {
            if (span is { IsAllDataRequested: true })
            {
                Complete(span, http);
            }
        }
    }

    private static void Complete(Activity span, HttpContext http)
    {
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? http.Request.Method : $"{http.Request.Method} {route}";
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", http.Response.StatusCode);
        if (http.Response.StatusCode >= 500)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
