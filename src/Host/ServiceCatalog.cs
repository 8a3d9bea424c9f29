using Waymark.ActivityLog;
using Waymark.Communication;
using Waymark.Notifications;
using Waymark.Platform.Modules;
using Waymark.Tasks;

namespace Waymark.Host;

/// <summary>The map of the product: every service that this image has.</summary>
public static class ServiceCatalog
{
    public static readonly IReadOnlyList<IServiceModule> All = [new TasksModule(), new CommunicationModule(), new NotificationsModule(), new ActivityLogModule()];
}
