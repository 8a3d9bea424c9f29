namespace Waymark.Tasks.Trash;

/// <summary>What a task can take back from its own past. What is left out is no choice of anybody's, or follows from the status.</summary>
internal static class RestorableFields
{
    private const string Status = "status";
    private const string Rank = "rank";

    public static readonly ProblemKind RestoreConflict =
        ProblemKind.Conflict("restore_conflict", "The project has changed so that the task cannot be as it was; name the fields that should go back.");

    private static readonly string[] Kept = ["number", "reporterId", "mutedIds", "statusCategory", "completedAt", "deletedAt"];

    /// <summary>The names that a caller can give.</summary>
    public static readonly IReadOnlyList<string> Names = [.. TaskFields.Table.All.Select(f => f.Name).Except(Kept, StringComparer.Ordinal)];

    /// <summary>What is wrong with the wish, apart from what the task itself says.</summary>
    public static Problem? Check(RestoreTaskRequest request) => request switch
    {
        { Fields: null } => null,
        { AsOf: null } => Problems.Invalid("fields", "Fields go back to a moment; name it by asOf."),
        { Fields.Count: 0 } => Problems.Invalid("fields", "Name one field at least, or leave the list out to take all."),
        { Fields: var fields } when fields.Except(Names, StringComparer.Ordinal).Any() =>
            Problems.Invalid("fields", $"Any of {string.Join(", ", Names)} is expected."),
        _ => null,
    };

    /// <summary>Writes the state of then into a draft; a status that the workflow has lost is refused.</summary>
    public static Problem? Copy(TaskItem then, TaskItem draft, IReadOnlyList<string>? names, Workflow workflow, DateTimeOffset now)
    {
        var wanted = names ?? Names;
        if (wanted.Contains(Status, StringComparer.Ordinal) && then.Status != draft.Status)
        {
            if (workflow.Find(then.Status) is not { } state)
            {
                return RestoreConflict.Because($"The workflow has no status {then.Status} any more.");
            }

            draft.MoveTo(state.Key, state.Category, now);
            draft.CompletedAt = draft.CompletedAt is null ? null : then.CompletedAt ?? draft.CompletedAt;
        }

        foreach (var name in wanted.Where(name => name is not Status))
        {
            TaskFields.Table.Find(name)!.Copy(then, draft);
        }

        return null;
    }
}
