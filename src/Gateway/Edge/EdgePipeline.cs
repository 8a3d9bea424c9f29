using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Gateway.Edge;

/// <summary>What stands before the services: in one process as middleware, split in front of the proxy.</summary>
public static class EdgePipeline
{
    /// <summary>Headers, limits, web client – in this order.</summary>
    public static void UseEdge(this IApplicationBuilder app, string webFolder)
    {
        app.UseMiddleware<SecurityHeaders>();
        if (app.ApplicationServices.GetRequiredService<IConfiguration>().GetValue("RateLimits:Enabled", true))
        {
            app.UseMiddleware<RateLimits>();
        }

        WebClient.Find(webFolder)?.Use(app);
    }
}
