using Microsoft.AspNetCore.Routing;
using Waymark.Platform.Messaging;

namespace Waymark.Platform.Modules;

/// <summary>
/// One service of the product: a capability with its own database. A host is a selection of modules; a module never
/// learns which host runs it. Database, configuration section and queue prefix derive from <see cref="Name"/>.
/// </summary>
public interface IServiceModule
{
    /// <summary>Lower-case name, unique in the catalogue: <c>tasks</c>.</summary>
    string Name { get; }

    /// <summary>Registers the module's own types and its database.</summary>
    void AddServices(ServiceBuilder builder);

    /// <summary>Maps the module's endpoints; <paramref name="routes"/> is the root, so patterns are complete paths.</summary>
    void MapEndpoints(IEndpointRouteBuilder routes);

    /// <summary>Declares which events the module reacts to, and with what.</summary>
    void Subscribe(Subscriptions events);
}
