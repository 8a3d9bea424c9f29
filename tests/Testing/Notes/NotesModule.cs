using Microsoft.AspNetCore.Routing;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;
using Waymark.Platform.Modules;

namespace Waymark.Testing.Notes;

/// <summary>A service with a database and nothing else.</summary>
public sealed class NotesModule : IServiceModule
{
    public string Name => "notes";

    public void AddServices(ServiceBuilder builder) => builder.AddServiceDatabase<NotesDbContext>();

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        // It has none.
    }

    public void Subscribe(Subscriptions events)
    {
        // It reacts to nothing.
    }
}
