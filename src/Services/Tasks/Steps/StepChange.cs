using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Steps;

/// <summary>The course of every change of a task's steps: what it makes of the list is written as a change of the task.</summary>
internal sealed class StepChange(TasksDbContext db, IProjectAccess projects, TaskReferences references)
{
    public static readonly ProblemKind TooManySteps = ProblemKind.Unprocessable("too_many_steps", $"A task has at most {TaskItem.MaxSteps} steps.");

    /// <param name="target">Whose steps, seen at which version, by whom.</param>
    /// <param name="edit">Makes the new list out of the present one, or says why not.</param>
    /// <param name="answerOf">The answer, from the changed task.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Results<T, Problem>> RunAsync<T>(
        StepTarget target, Func<TaskStep[], (IReadOnlyList<TaskStepInput> Steps, Problem? Problem)> edit, Func<TaskItem, T> answerOf, CancellationToken ct)
        where T : IResult, IStorableAnswer =>
        TaskChange.RunAsync(
            target.Task, target.IfMatch, target.Caller, db, projects,
            async open =>
            {
                var draft = open.Task.Draft();
                var (steps, problem) = edit(draft.Steps);
                if (problem is null && steps.Count > TaskItem.MaxSteps)
                {
                    problem = TooManySteps.Because();
                }

                return (draft, problem ?? await references.ResolveAsync(target.Caller.Id, draft, TaskInput.Of(draft) with { Steps = steps }, ct));
            },
            open => Task.FromResult(answerOf(open.Task)),
            ct,
            decidesUnderLocks: true);

    /// <summary>Changes one step; <paramref name="edit"/> gives null to take it away.</summary>
    public Task<Results<T, Problem>> RunAsync<T>(
        StepTarget target, Guid stepId, Func<TaskStepInput, (TaskStepInput? Step, Problem? Problem)> edit, Func<TaskItem, T> answerOf, CancellationToken ct)
        where T : IResult, IStorableAnswer =>
        RunAsync(
            target,
            present =>
            {
                var steps = present.Select(TaskStepInput.Of).ToList();
                var place = steps.FindIndex(s => s.Id == stepId);
                if (place < 0)
                {
                    return (steps, Problems.NotFound("step"));
                }

                var (step, problem) = edit(steps[place]);
                steps.RemoveAt(place);
                if (step is not null)
                {
                    steps.Insert(place, step with { Id = stepId });
                }

                return (steps, problem);
            },
            answerOf,
            ct);
}

/// <summary>The steps of which task, seen at which version, by whom.</summary>
internal readonly record struct StepTarget(TaskReference Task, IfMatch IfMatch, Caller Caller);
