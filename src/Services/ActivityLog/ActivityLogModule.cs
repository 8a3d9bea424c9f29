using Microsoft.Extensions.DependencyInjection;
using Waymark.ActivityLog.Erasure;
using Waymark.ActivityLog.Recording;
using Waymark.ActivityLog.Sealing;
using Waymark.ActivityLog.Views;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Contracts.Users;

namespace Waymark.ActivityLog;

/// <summary>The record of everything that happened.</summary>
public sealed class ActivityLogModule : IServiceModule
{
    /// <summary>What follows from other events, which are recorded, and what somebody arranges for themselves alone.</summary>
    private static readonly Type[] Unrecorded =
        [typeof(TaskCounted), typeof(TaskProgressed), typeof(LabelsNamed), typeof(RemovedStatesLeft), typeof(FavouritesChanged)];

    public string Name => "activitylog";

    public void AddServices(ServiceBuilder builder)
    {
        builder.AddServiceDatabase<ActivityLogDbContext>();
        builder.AddJson(ActivityLogJson.Default);
        builder.AddMembership<ActivityLogDbContext>();
        builder.Services.AddScoped<ActivityRights>();
        builder.Services.AddSingleton<PersonKeys>();
        builder.Services.AddSingleton<SealSignal>();
        builder.Services.AddHostedService<SealEntries>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListActivity.Map(routes);
        VerifyActivity.Map(routes);
    }

    public void Subscribe(Subscriptions events)
    {
        events.KeepMembership<ActivityLogDbContext>();
        events.OnBatch<RecordActivity>(EventCatalog.All.Select(e => e.Record).Except(Unrecorded));
        events.On<AccountAnonymised, EraseActivityKey>();
    }
}
