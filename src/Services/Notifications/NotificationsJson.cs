using System.Text.Json.Serialization;
using Waymark.Notifications.Changes;
using Waymark.Notifications.Inbox;

namespace Waymark.Notifications;

/// <summary>The JSON of this service's requests, answers and live messages, generated at build time.</summary>
[JsonSerializable(typeof(NotificationResponse))]
[JsonSerializable(typeof(Page<NotificationResponse>))]
[JsonSerializable(typeof(NotificationCount))]
[JsonSerializable(typeof(ReadAllAnswer))]
[JsonSerializable(typeof(ChangedMessage))]
[JsonSerializable(typeof(WorkspaceChangedMessage))]
[JsonSerializable(typeof(OwnChangedMessage))]
[JsonSerializable(typeof(ChangesAnswer))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class NotificationsJson : JsonSerializerContext;
