using Waymark.Contracts.Projects;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Recurring;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Lifecycle;

/// <summary>PUT replaces the writable members, PATCH merges into them; both end in the same change.</summary>
internal static class EditTask
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/tasks/{task}", ReplaceAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse([Access.ProjectArchived, .. TransitionProblems.OfMoves, TaskReferences.ParentCycle, CustomFieldInput.FieldNotOfType, ExclusiveLabels.Clash]).WithName("ReplaceTask").WithSummary("Replace the writable members of a task");
        routes.MapPatch("/api/tasks/{task}", PatchAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse([Access.ProjectArchived, .. TransitionProblems.OfMoves, TaskReferences.ParentCycle, CustomFieldInput.FieldNotOfType, ExclusiveLabels.Clash]).WithName("EditTask").WithSummary("Change some members of a task");
    }

    private static Task<Results<Answer<TaskResponse>, Problem>> ReplaceAsync(
        TaskReference reference, TaskInput request, IfMatch ifMatch, Caller caller, TasksDbContext db, IProjectAccess projects, TaskReferences references, CancellationToken ct) =>
        ChangeAsync(reference, _ => request, ifMatch, caller, db, projects, references, ct);

    private static Task<Results<Answer<TaskResponse>, Problem>> PatchAsync(
        TaskReference reference, MergePatch<TaskInput> patch, IfMatch ifMatch, Caller caller, TasksDbContext db, IProjectAccess projects, TaskReferences references, CancellationToken ct) =>
        ChangeAsync(reference, row => patch.ApplyTo(TaskInput.Of(row)), ifMatch, caller, db, projects, references, ct);

    private static Task<Results<Answer<TaskResponse>, Problem>> ChangeAsync(
        TaskReference reference, Func<TaskItem, TaskInput> inputOf, IfMatch ifMatch, Caller caller, TasksDbContext db, IProjectAccess projects, TaskReferences references, CancellationToken ct) =>
        TaskChange.RunAsync(reference, ifMatch, caller, db, projects, async open =>
        {
            var input = inputOf(open.Task);
            if (Shape.Check(input) is { } errors)
            {
                return (open.Task, Problems.Invalid(errors));
            }

            var workflow = Workflow.Parse(open.Project.WorkflowJson);
            var draft = open.Task.Draft();
            input.CopyTo(draft);
            var problem = await references.ResolveAsync(caller.Id, draft, input, ct)
                ?? TaskRecurrenceInput.Apply(input.Recurrence, draft, open.Project, db.Scope.Now)
                ?? TransitionProblems.Move(draft, input.Status ?? workflow.Initial.Key, open.Access, db.Scope.Now);
            return (draft, problem);
        }, ct, decidesUnderLocks: true);
}
