using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Platform.Modules;

/// <summary>What a module may touch while it registers itself.</summary>
public sealed class ServiceBuilder(string name, IServiceCollection services, IConfiguration configuration)
{
    /// <summary>The module's name.</summary>
    public string Name { get; } = name;

    /// <summary>The host's registrations; a module adds only types of its own assembly.</summary>
    public IServiceCollection Services { get; } = services;

    /// <summary>The whole configuration; a module's own settings stand under <c>Services:&lt;name&gt;</c>.</summary>
    public IConfiguration Configuration { get; } = configuration;
}
