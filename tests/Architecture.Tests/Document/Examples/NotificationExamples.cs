using static Waymark.Architecture.Tests.Document.Examples.ExampleIds;

namespace Waymark.Architecture.Tests.Document.Examples;

/// <summary>Notifications, and the stream that brings them.</summary>
internal static class NotificationExamples
{
    public static readonly IReadOnlyDictionary<string, string> Values = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["commentId"] = Comment,
        ["cursor"] = "\"AAAAAAAAAioAAAAAafYXyA\"",
        ["readAt"] = "null",
        ["NotificationResponse.type"] = "\"task.assigned\"",
        ["NotificationResponse.commentId"] = "null",
        ["unread"] = "3",
    };
}
