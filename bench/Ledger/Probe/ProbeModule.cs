using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Tasks;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;
using Waymark.Platform.Modules;

namespace Waymark.Ledger.Probe;

/// <summary>
/// A service whose only effect is a row for each event, in a table without any unique key: whatever is applied twice stands
/// there twice. One consumer takes events one by one, another many at a time, and two more can be made to fail or to dawdle.
/// </summary>
internal sealed class ProbeModule : IServiceModule
{
    public const string ServiceName = "probe";

    public string Name => ServiceName;

    public void AddServices(ServiceBuilder builder)
    {
        builder.AddServiceDatabase<ProbeDbContext>();
        builder.Services.AddScoped<CountEach>();
        builder.Services.AddScoped<CountMany>();
        builder.Services.AddScoped<CountWary>();
        builder.Services.AddScoped<CountSlow>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        // It has none.
    }

    public void Subscribe(Subscriptions events)
    {
        events.On<TaskCreated, CountEach>();
        events.On<TaskUpdated, CountEach>();
        events.OnBatch<CountMany>(EventCatalog.All.Select(e => e.Record));
        events.On<TaskUpdated, CountWary>();
        events.On<TaskCreated, CountSlow>();
    }
}
