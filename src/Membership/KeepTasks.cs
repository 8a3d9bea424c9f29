using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Tasks;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;
using Waymark.Platform.Modules;

namespace Waymark.Membership;

/// <summary>Keeps a service's copies of tasks: of those that were changed since they were made, and of those that somebody asked for.</summary>
internal sealed class KeepTasks<TContext>(TContext db) : IEventBatchHandler
    where TContext : ServiceDbContext
{
    public Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct) => TaskCopyStore.StoreAsync(db, events, ct);
}

/// <summary>How a service takes part; it has the membership copy, too.</summary>
public static class KeepTasksExtensions
{
    /// <summary>Registers the look-up and the consumer.</summary>
    public static void AddTaskCopies<TContext>(this ServiceBuilder builder)
        where TContext : ServiceDbContext
    {
        builder.Services.AddScoped<TaskCopies<TContext>>();
        builder.Services.AddScoped<KeepTasks<TContext>>();
    }

    /// <summary>
    /// Subscribes the consumer to everything that changes a copy. Not to creations: few tasks are ever commented, so a task that nothing
    /// happened to is asked for when it is needed (<see cref="TaskCopies{TContext}"/>), which spares every creation a delivery.
    /// </summary>
    public static void KeepTasks<TContext>(this Subscriptions events)
        where TContext : ServiceDbContext =>
        events.OnBatch<KeepTasks<TContext>>([.. TaskCopyStore.Events.Where(e => e != typeof(TaskCreated))]);
}
