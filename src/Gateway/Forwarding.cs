using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Http;
using Waymark.Platform.Modules;
using Waymark.Platform.Operations;
using Yarp.ReverseProxy.Forwarder;

namespace Waymark.Gateway;

/// <summary>
/// The gateway entry of the catalogue: it maps the routes of all services that do not run in this process and forwards each
/// to its owner. The token is checked here and again by the owner; nothing is forwarded to this process itself.
/// </summary>
public static class Forwarding
{
    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(30) };

    /// <summary>Registers the forwarder.</summary>
    public static IServiceCollection AddForwarding(this IServiceCollection services)
    {
        services.AddHttpForwarder();
        services.AddSingleton(_ => new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            EnableMultipleHttp2Connections = true,
            ActivityHeadersPropagator = new ReverseProxyPropagator(DistributedContextPropagator.Current),
            ConnectTimeout = TimeSpan.FromSeconds(2),
        }));
        return services;
    }

    /// <summary>Maps the routes of services of other processes, found by <c>Services:&lt;name&gt;:Url</c>.</summary>
    /// <exception cref="StartupException">A service's address is missing.</exception>
    public static void MapForwarding(this IEndpointRouteBuilder routes, ServiceSelection selection)
    {
        var configuration = routes.ServiceProvider.GetRequiredService<IConfiguration>();
        var forwarder = routes.ServiceProvider.GetRequiredService<IHttpForwarder>();
        var client = routes.ServiceProvider.GetRequiredService<HttpMessageInvoker>();
        foreach (var route in RouteTable.Of(selection.All).Where(r => !selection.Runs(r.Service)))
        {
            var address = configuration[$"Services:{route.Service}:Url"]
                ?? throw new StartupException($"The gateway does not know where {route.Service} runs; set Services:{route.Service}:Url.");
            RequestDelegate forward = async http =>
            {
                if (await forwarder.SendAsync(http, address, client, Limits, Passage.Both) is not ForwarderError.None && !http.Response.HasStarted && http.Response.StatusCode >= 500)
                {
                    await Problems.Unavailable($"The service {route.Service} does not answer.").InsteadAsync(http);
                }
            };
            var mapped = route.Method == "*" ? routes.Map(route.Pattern, forward) : routes.MapMethods(route.Pattern, [route.Method], forward);
            if (route.Permission is { } permission)
            {
                mapped.RequirePermission(permission);
            }
        }
    }
}
