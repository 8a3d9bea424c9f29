using Waymark.Platform.EventSourcing;

namespace Waymark.Tasks.Model;

/// <summary>Turns the difference between a task and its draft into the events that record it.</summary>
internal static class TaskDiff
{
    /// <summary>
    /// The events in the order in which they are appended: updated, assigned, status_changed, completed or reopened, deleted
    /// or restored. Each changed field stands in exactly one of them; a new task is one event with everything in it.
    /// </summary>
    public static IReadOnlyList<(string Type, IReadOnlyList<StreamField<TaskItem>> Fields)> Between(TaskItem before, TaskItem draft)
    {
        var changed = TaskFields.Table.Differing(before, draft);
        if (before.Version == 0)
        {
            return [(TaskEventTypes.Created, changed)];
        }

        return
        [
            .. from field in changed
               group field by TypeOf(field, draft) into fields
               orderby Order(fields.Key)
               select (fields.Key, (IReadOnlyList<StreamField<TaskItem>>)[.. fields]),
        ];
    }

    private static string TypeOf(StreamField<TaskItem> field, TaskItem draft) => field.EventType switch
    {
        null => TaskEventTypes.Updated,
        TaskEventTypes.Completed when draft.CompletedAt is null => TaskEventTypes.Reopened,
        TaskEventTypes.Deleted when draft.DeletedAt is null => TaskEventTypes.Restored,
        var type => type,
    };

    private static int Order(string type) => type switch
    {
        TaskEventTypes.Restored => 0,
        TaskEventTypes.Updated => 1,
        TaskEventTypes.Assigned => 2,
        TaskEventTypes.StatusChanged => 3,
        TaskEventTypes.Completed or TaskEventTypes.Reopened => 4,
        _ => 5,
    };
}
