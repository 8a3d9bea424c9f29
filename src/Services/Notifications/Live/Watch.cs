namespace Waymark.Notifications.Live;

/// <summary>One connection's wish to hear of a project, a task, or what belongs to a workspace beside its projects.</summary>
internal readonly record struct Watch(string ConnectionId, string Kind, Guid Id)
{
    public const string Project = "project";
    public const string Task = "task";
    public const string Workspace = "workspace";

    /// <summary>The name of the group of connections that share it.</summary>
    public string Group => GroupOf(Kind, Id);

    public static string GroupOf(string kind, Guid id) => $"{kind}/{id}";
}
