using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Messaging;
using Waymark.Platform.Operations;

namespace Waymark.Platform.Modules;

/// <summary>The services of a program: all that the image has, and those that this process runs.</summary>
public sealed class ServiceSelection
{
    /// <summary>The name that selects the gateway, which has no database and no events.</summary>
    public const string GatewayName = "gateway";

    private ServiceSelection(IReadOnlyList<IServiceModule> all, IReadOnlyList<IServiceModule> selected)
    {
        All = all;
        Selected = selected;
        Subscriptions = [.. all.Select(module =>
        {
            var subscriptions = new Subscriptions(module.Name);
            module.Subscribe(subscriptions);
            return subscriptions;
        })];
    }

    /// <summary>Every service of the image.</summary>
    public IReadOnlyList<IServiceModule> All { get; }

    /// <summary>The services that run in this process.</summary>
    public IReadOnlyList<IServiceModule> Selected { get; }

    /// <summary>What every service of the image reacts to: a publisher must reach consumers of other processes too.</summary>
    public IReadOnlyList<Subscriptions> Subscriptions { get; }

    /// <summary>Whether this process stands in front of services of other processes.</summary>
    public bool IsGateway { get; private init; }

    /// <summary>Whether a service runs in this process.</summary>
    public bool Runs(string service) => Selected.Any(m => m.Name == service);

    /// <summary>Selects by names: <c>all</c> (or nothing) or a comma-separated list.</summary>
    /// <exception cref="StartupException">No service has that name.</exception>
    public static ServiceSelection Of(IReadOnlyList<IServiceModule> all, string? names)
    {
        if (names is null or "" or "all")
        {
            return new ServiceSelection(all, all);
        }

        var wanted = names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new ServiceSelection(all,
        [
            .. wanted.Where(name => name != GatewayName).Select(name =>
                all.FirstOrDefault(m => m.Name == name)
                ?? throw new StartupException($"No service is called '{name}'; there are {string.Join(", ", all.Select(m => m.Name))} and {GatewayName}.")),
        ])
        {
            IsGateway = wanted.Contains(GatewayName, StringComparer.Ordinal),
        };
    }

    /// <summary>Lets the selected modules register themselves.</summary>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(this);
        foreach (var module in Selected)
        {
            module.AddServices(new ServiceBuilder(module.Name, services, configuration));
        }
    }

    /// <summary>Lets the selected modules map their endpoints, each marked with its owner.</summary>
    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        foreach (var module in Selected)
        {
            module.MapEndpoints(Http.ServiceRoutes.Of(routes, module.Name));
        }
    }
}
