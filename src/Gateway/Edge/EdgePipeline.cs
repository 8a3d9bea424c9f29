using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Gateway.Edge;

/// <summary>What stands before the services: in one process as middleware, split in front of the proxy.</summary>
public static class EdgePipeline
{
    /// <summary>Who really asks, headers, limits, web client – in this order.</summary>
    public static void UseEdge(this IApplicationBuilder app, string webFolder)
    {
        var configuration = app.ApplicationServices.GetRequiredService<IConfiguration>();
        NamedProxies.Use(app, configuration);
        app.UseMiddleware<SecurityHeaders>();
        if (configuration.GetValue("RateLimits:Enabled", true))
        {
            app.UseMiddleware<RateLimits>();
        }

        WebClient.Find(webFolder)?.Use(app);
    }
}
