using Waymark.ActivityLog;
using Waymark.Communication;
using Waymark.Identity;
using Waymark.Notifications;
using Waymark.Operations;
using Waymark.Platform.Modules;
using Waymark.Projects;
using Waymark.Tasks;
using Waymark.Users;

namespace Waymark.Host;

/// <summary>The map of the product: every service that this image has.</summary>
public static class ServiceCatalog
{
    public static readonly IReadOnlyList<IServiceModule> All =
    [
        new IdentityModule(),
        new UsersModule(),
        new ProjectsModule(),
        new TasksModule(),
        new CommunicationModule(),
        new NotificationsModule(),
        new ActivityLogModule(),
        new OperationsModule(),
    ];
}
