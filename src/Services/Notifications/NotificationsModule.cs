using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Communication;
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
        var all = EventCatalog.All.Select(e => e.Record).ToList();
        events.OnBatch<TellPeople>(all.Where(r =>
            r.IsAssignableTo(typeof(TaskEvent)) || r == typeof(TaskErased) || r == typeof(CommentCreated) || r == typeof(UserMentioned) || r == typeof(MemberAdded)));
        events.OnBatch<PassChangesOn>(all.Where(r =>
            r.IsAssignableTo(typeof(IProjectEvent)) || r.IsAssignableTo(typeof(WorkspaceEvent)) || r == typeof(SessionRevoked)));
        events.On<AccountDetached, EraseNotifications>();
        events.On<TaskErased, ForgetErased>();
        events.On<ProjectErased, ForgetErased>();
    }
}
