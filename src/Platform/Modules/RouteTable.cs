using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Data;
using Waymark.Platform.Http;
using Waymark.Platform.Messaging;
using Waymark.Platform.Security;

namespace Waymark.Platform.Modules;

/// <summary>One route of the product.</summary>
/// <param name="Service">The service that owns it.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Pattern">The pattern, <c>/api/tasks/{task}</c>.</param>
/// <param name="Permission">What it demands; null only for a route that must not be there.</param>
/// <param name="Endpoint">Its metadata.</param>
public sealed record ServiceRoute(string Service, string Method, string Pattern, string? Permission, RouteEndpoint Endpoint);

/// <summary>
/// The routes of modules, read without running them: the gateway forwards by it, the API document is written from it, and
/// the authorisation matrix is held against it.
/// </summary>
public static class RouteTable
{
    /// <summary>Every route of the modules, in the order of service, pattern and method.</summary>
    public static IReadOnlyList<ServiceRoute> Of(IReadOnlyList<IServiceModule> modules)
    {
        var app = Unstarted(modules);
        using var owned = (IDisposable)app;
        return
        [
            .. from endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
               let owner = endpoint.Metadata.GetMetadata<OwningService>()?.Name
               where owner is not null
               from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
               orderby owner, endpoint.RoutePattern.RawText, method
               select new ServiceRoute(
                   owner, method, endpoint.RoutePattern.RawText!, endpoint.Metadata.GetMetadata<RequiredPermission>()?.Permission, endpoint),
        ];
    }

    /// <summary>An application with everything registered and mapped, that is never started and touches nothing.</summary>
    /// <param name="modules">The services.</param>
    /// <param name="register">Further registrations, such as a generator of documents.</param>
    public static WebApplication Unstarted(IReadOnlyList<IServiceModule> modules, Action<IServiceCollection>? register = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Services.AddRouting();
        builder.Services.AddPlatform(
            builder.Configuration,
            new MasterKey(new byte[32]),
            service => new ServiceDatabase(service, service, "Host=/nowhere;Username=none", "Host=/nowhere;Username=none", IsManaged: false));
        var selection = ServiceSelection.Of(modules, "all");
        selection.AddServices(builder.Services, builder.Configuration);
        builder.Services.AddMessaging(selection.Subscriptions, []);
        register?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseRouting();
        selection.MapEndpoints(app);
        app.UseEndpoints(_ => { });
        return app;
    }
}
