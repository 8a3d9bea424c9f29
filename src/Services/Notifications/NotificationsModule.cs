using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Contracts.Users;
using Waymark.Notifications.Changes;
using Waymark.Notifications.Erasure;
using Waymark.Notifications.Inbox;
using Waymark.Notifications.Live;
using Waymark.Notifications.Reactions;

namespace Waymark.Notifications;

/// <summary>What people are told: in their inbox and live.</summary>
public sealed class NotificationsModule : IServiceModule
{
    public string Name => "notifications";

    public void AddServices(ServiceBuilder builder)
    {
        builder.AddServiceDatabase<NotificationsDbContext>();
        builder.AddJson(NotificationsJson.Default);
        builder.AddMembership<NotificationsDbContext>();
        builder.AddTaskCopies<NotificationsDbContext>();
        builder.Services.AddScoped<ProjectSight>();
        builder.Services.AddScoped<TellPeople>();
        builder.Services.AddScoped<PassChangesOn>();
        builder.Services.AddLiveHub();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListNotifications.Map(routes);
        CountNotifications.Map(routes);
        MarkNotification.Map(routes);
        ReadAllNotifications.Map(routes);

        ListChanges.Map(routes);
        HubEndpoint.Map(routes);
    }

    public void Subscribe(Subscriptions events)
    {
        events.OnBatch<FollowProjects>(FollowProjects.Events);
        events.On<AccountDetached, EraseNotifications>();
        events.On<TaskErased, ForgetErased>();
        events.On<ProjectErased, ForgetErased>();
    }
}
