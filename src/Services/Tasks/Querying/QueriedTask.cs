using Waymark.Querying.Evaluating;
using Waymark.Querying.Fields;
using Waymark.Tasks.Cycles;
using Waymark.Tasks.Difficulty;

namespace Waymark.Tasks.Querying;

/// <summary>A task with what queries can ask about it, for evaluation in memory.</summary>
/// <param name="Task">The task.</param>
/// <param name="Project">Its project.</param>
/// <param name="ProjectKeys">The keys that the project has or had.</param>
/// <param name="ParentNumber">The number of its parent, which stands in the same project.</param>
/// <param name="MilestoneName">The name of its milestone.</param>
/// <param name="Cycles">The cycles in which it stands.</param>
/// <param name="IsBlocked">Whether it is open and waits for another open one.</param>
/// <param name="Difficulty">What makes it difficult.</param>
/// <param name="Now">When it is looked at.</param>
internal sealed record QueriedTask(
    TaskItem Task, ProjectCopy Project, IReadOnlyCollection<string> ProjectKeys, int? ParentNumber, string? MilestoneName, IReadOnlyCollection<Cycle> Cycles,
    bool IsBlocked, DifficultyAmounts Difficulty, DateTimeOffset Now) : IFieldValues
{
    public const string CurrentCycle = "current";
    public const string OpenCycle = "open";

    public object? ValueOf(Field field) => TaskQueryFields.Of(field).ValueOf(this);

    public Related Self => new(Task.Id, KeysOf(Task.Number));

    public Related? Parent => Task.ParentId is { } id ? new Related(id, ParentNumber is { } number ? KeysOf(number) : []) : null;

    public Related? Milestone => Task.MilestoneId is { } id ? new Related(id, MilestoneName is { } name ? [LabelNames.Fold(name)] : []) : null;

    public Related[] RelatedCycles => [.. Cycles.Select(c => new Related(c.Id, [LabelNames.Fold(c.Name)]) { Words = [.. WordsOf(c)] })];

    private IEnumerable<string> WordsOf(Cycle cycle)
    {
        if (cycle.ClosedAt is not null)
        {
            yield break;
        }

        yield return OpenCycle;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, TimeZones.Find(Project.TimeZone)).DateTime);
        if (cycle.StartDate <= today && today <= cycle.EndDate)
        {
            yield return CurrentCycle;
        }
    }

    private string[] KeysOf(int number) => [.. ProjectKeys.Select(key => $"{key}-{number}")];
}
