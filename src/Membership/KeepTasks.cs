using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Tasks;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;
using Waymark.Platform.Modules;

namespace Waymark.Membership;

/// <summary>Keeps a service's copy of tasks.</summary>
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

    /// <summary>Subscribes the consumer to everything that happens to tasks.</summary>
    public static void KeepTasks<TContext>(this Subscriptions events)
        where TContext : ServiceDbContext =>
        events.OnBatch<KeepTasks<TContext>>(EventCatalog.All.Select(e => e.Record).Where(r => r.IsAssignableTo(typeof(TaskEvent)) || r == typeof(TaskErased)));
}
