using System.Collections.Concurrent;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Projects;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;
using Waymark.Platform.Modules;
using Waymark.Testing.Notes;

namespace Waymark.Services.Tests.Operations;

/// <summary>A service of the tests that makes a note of every label that was renamed, unless the test has broken it for that name.</summary>
public sealed class NotesWithHandler : IServiceModule
{
    public string Name => "notes";

    public void AddServices(ServiceBuilder builder)
    {
        builder.AddServiceDatabase<NotesDbContext>();
        builder.Services.AddSingleton<BrokenNames>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        // It has none.
    }

    public void Subscribe(Subscriptions events) => events.On<LabelUpdated, MakeNotes>();
}

/// <summary>A service of the product whose database is not there.</summary>
public sealed class AwayModule : IServiceModule
{
    public string Name => "away";

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

/// <summary>The names at which the handler fails until a test takes them away.</summary>
public sealed class BrokenNames
{
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);

    public void Break(string name) => _names[name] = true;

    public void Mend(string name) => _names.TryRemove(name, out _);

    public void Try(string name)
    {
        if (_names.ContainsKey(name))
        {
            throw new InvalidOperationException($"The handler is broken for '{name}'.");
        }
    }
}

/// <summary>Nothing about a note is unique, so a doubled effect is seen.</summary>
public sealed class MakeNotes(NotesDbContext db, BrokenNames broken) : IEventHandler<LabelUpdated>
{
    public const string Consumer = "notes.make-notes";

    public async Task HandleAsync(LabelUpdated e, EventContext context, CancellationToken ct)
    {
        db.Notes.Add(new Note { Id = Guid.CreateVersion7(), BodyText = e.Name });
        await db.SaveChangesAsync(ct);
        broken.Try(e.Name);
    }
}
