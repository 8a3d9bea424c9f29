using Waymark.Contracts.Projects;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Steps;

namespace Waymark.Tasks.Lifecycle;

/// <summary>
/// What a task's input refers to: people, labels, the parent, the milestone. One statement answers everything, and none is sent when
/// nothing is referred to. It runs in the transaction of the change: until the commit nothing that it found can be renamed or deleted.
/// </summary>
internal sealed class TaskReferences(TasksDbContext db, IProjectAccess projects, IProjectDefinitions definitions)
{
    public static readonly ProblemKind ParentCycle =
        ProblemKind.Unprocessable("parent_cycle", "A task cannot be a sub-task of itself or of one of its own sub-tasks.");

    /// <summary>
    /// Writes steps, custom fields, people, labels, parent and milestone of <paramref name="input"/> into <paramref name="draft"/>, or says what is wrong.
    /// The reporter and assignees come to watch. People must be able to see the project; labels take the spelling they have in it; a new one is written with the task. What
    /// this service has not heard of yet is asked for in the caller's name. A draft that stands for several tasks may have the fields of any type, and labels that exclude each other.
    /// </summary>
    public async Task<Problem?> ResolveAsync(Guid callerId, TaskItem draft, TaskInput input, CancellationToken ct, bool isOfAnyType = false)
    {
        if (LabelFaults(input.Labels) is { } fault)
        {
            return fault;
        }

        var steps = TaskStepInput.Read(input.Steps, draft.Steps, db.Scope.Now);
        var typeBefore = draft.Type;
        if (await TypeFaultAsync(callerId, draft, input.Type, ct) is { } wrongType)
        {
            return wrongType;
        }

        var (named, wrong) = await CustomFieldInput.ReadAsync(db, definitions, callerId, draft, input.CustomFields, isOfAnyType ? null : typeBefore, ct);
        if (wrong is not null)
        {
            return wrong;
        }

        var assignees = input.Assignees();
        var watchers = Distinct(input.WatcherIds);
        var labels = (input.Labels ?? []).Select(l => l.Trim()).DistinctBy(LabelNames.Fold, StringComparer.Ordinal).ToArray();
        var question = new ReferenceQuestion(
            People: [.. assignees.Except(draft.AssigneeIds).Union(watchers.Except(draft.WatcherIds)).Union(People(steps).Except(People(draft.Steps))).Union(named)],
            Labels: labels,
            ParentId: input.ParentId == draft.ParentId ? null : input.ParentId,
            MilestoneId: input.MilestoneId == draft.MilestoneId ? null : input.MilestoneId);
        if (!question.IsEmpty || !labels.AsSpan().SequenceEqual(draft.Labels))
        {
            var answer = await AskAsync(callerId, draft, question, ct);
            if (answer.Problem is not null)
            {
                return answer.Problem;
            }

            (labels, draft.NewLabels) = (answer.Labels, answer.NewLabels);
            if (!isOfAnyType && answer.Exclusive.Check(labels, draft.Labels) is { } clash)
            {
                return clash;
            }
        }

        var newcomers = draft.Version == 0 || input.WatcherIds is null ? assignees.Prepend(draft.ReporterId) : assignees.Except(draft.AssigneeIds);
        draft.Steps = steps;
        draft.AssigneeIds = assignees;
        draft.WatcherIds = watchers;
        draft.Watch(newcomers.ToList());
        draft.Labels = labels;
        draft.ParentId = input.ParentId;
        draft.MilestoneId = input.MilestoneId;
        return null;
    }

    /// <summary>Writes the values of custom fields alone; nothing is asked for where the draft knows the fields.</summary>
    public Task<(IEnumerable<Guid> People, Problem? Problem)> ReadCustomFieldsAsync(Guid callerId, TaskItem draft, TaskInput input, string typeBefore, CancellationToken ct) =>
        CustomFieldInput.ReadAsync(db, definitions, callerId, draft, input.CustomFields, typeBefore, ct);

    /// <summary>Gives the draft its type; what it has already may be one that the project does not offer any more.</summary>
    private async Task<Problem?> TypeFaultAsync(Guid callerId, TaskItem draft, string? type, CancellationToken ct)
    {
        if (type == draft.Type || (type is null && draft.Version == 0))
        {
            return null;
        }

        var known = await ProjectTypes.ReadAsync(db, draft.ProjectId, ct);
        if (type is not null && !known.Contains(type, StringComparer.Ordinal) && await LearnDefinitions.AskAsync(db, definitions, draft.ProjectId, callerId, ct))
        {
            known = await ProjectTypes.ReadAsync(db, draft.ProjectId, ct);
        }

        draft.Type = type ?? known[0];
        return known.Contains(draft.Type, StringComparer.Ordinal) ? null : Problems.Invalid("type", $"One of {string.Join(", ", known)} is expected.");
    }

    private async Task<ReferenceAnswer> AskAsync(Guid callerId, TaskItem draft, ReferenceQuestion question, CancellationToken ct)
    {
        var answer = await question.AskAsync(db, draft, ct);
        var hasLearnt = (answer.LacksPeople && await new ProjectGuard<TasksDbContext>(db, projects).LearnAsync(draft.ProjectId, callerId, ct))
            | (answer.LacksDefinitions && await LearnDefinitions.AskAsync(db, definitions, draft.ProjectId, callerId, ct));
        return hasLearnt ? await question.AskAsync(db, draft, ct) : answer;
    }

    private static IEnumerable<Guid> People(TaskStep[] steps) => steps.Select(s => s.AssigneeId).OfType<Guid>();

    private static Guid[] Distinct(IReadOnlyList<Guid>? ids) => ids is { Count: > 0 } ? [.. ids.Distinct()] : [];

    private static Problem? LabelFaults(IReadOnlyList<string>? labels) =>
        labels is not null && labels.Any(l => string.IsNullOrWhiteSpace(l) || l.Length > 60)
            ? Problems.Invalid("labels", "A label has between 1 and 60 characters.")
            : null;
}
