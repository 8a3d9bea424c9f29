using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Users;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;
using Waymark.Platform.Modules;

namespace Waymark.Membership;

/// <summary>
/// Keeps a service's copy of projects, members and workspace managers. Public for a consumer that must see the copy change in
/// its own transaction; it calls this handler instead of subscribing it.
/// </summary>
public sealed class KeepMembership<TContext>(TContext db) : IEventBatchHandler
    where TContext : ServiceDbContext
{
    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        foreach (var received in LatestOfEach(events))
        {
            await (received.Event switch
            {
                ProjectEvent project => MembershipStore.StoreAsync(db, project.Project, ct),
                WorkspaceEvent workspace => MembershipStore.StoreAsync(db, workspace.Workspace, ct),
                _ => Task.CompletedTask,
            });
        }
    }

    /// <summary>
    /// Every event carries the whole state, so only the newest of a batch matters. Projects come before workspaces, as in
    /// <see cref="ProjectGuard{TContext}"/>: a request and a batch that store the same two in opposite order would wait for each other.
    /// </summary>
    private static IEnumerable<ReceivedEvent> LatestOfEach(IReadOnlyList<ReceivedEvent> events) =>
        events.GroupBy(e => e.Context.PartitionKey, StringComparer.Ordinal).Select(group => group.MaxBy(e => e.Context.KeyVersion)!)
            .OrderBy(e => e.Context.PartitionKey, StringComparer.Ordinal);
}

/// <summary>How a service takes part.</summary>
public static class KeepMembershipExtensions
{
    /// <summary>Registers the guard and the consumer.</summary>
    public static void AddMembership<TContext>(this ServiceBuilder builder)
        where TContext : ServiceDbContext
    {
        builder.Services.AddScoped<ProjectGuard<TContext>>();
        builder.Services.AddScoped<KeepMembership<TContext>>();
    }

    /// <summary>Subscribes the consumer to everything that changes who may do what.</summary>
    public static void KeepMembership<TContext>(this Subscriptions events)
        where TContext : ServiceDbContext =>
        events.OnBatch<KeepMembership<TContext>>(
            EventCatalog.All.Select(e => e.Record).Where(r => r.IsAssignableTo(typeof(ProjectEvent)) || r.IsAssignableTo(typeof(WorkspaceEvent))));
}
