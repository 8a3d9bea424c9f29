using Waymark.Identity;
using Waymark.Platform.Modules;
using Waymark.Tasks;

namespace Waymark.Host;

/// <summary>The map of the product: every service that this image has.</summary>
public static class ServiceCatalog
{
    public static readonly IReadOnlyList<IServiceModule> All = [new IdentityModule(), new TasksModule()];
}
