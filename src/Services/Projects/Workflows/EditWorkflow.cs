using System.Text.RegularExpressions;
using Waymark.Projects.Access;

namespace Waymark.Projects.Workflows;

public sealed record EditWorkflowRequest([property: Required, MaxLength(WorkflowStates.Max)] IReadOnlyList<WorkflowStateInput>? States);

/// <summary>One state; without <c>order</c> it stands where it stands in the list, without <c>next</c> every move is legal.</summary>
public sealed record WorkflowStateInput(
    [property: Required, RegularExpression(EditWorkflow.KeyPattern)] string? Key,
    [property: Required, StringLength(60)] string? Name,
    [property: Required, OneOf(typeof(WorkflowCategories))] string? Category,
    int? Order,
    IReadOnlyList<string>? Next);

/// <summary>
/// Replaces the workflow. Tasks stand in its states, and only the service of tasks knows in which: so states are added,
/// renamed, reordered and rewired here, but neither removed nor moved to another category.
/// </summary>
internal static partial class EditWorkflow
{
    internal const string KeyPattern = "^[a-z0-9_]{1,40}$";

    private static readonly ProblemKind StateInUse = ProblemKind.Unprocessable("state_in_use", "The state may hold tasks, so it stays and keeps its category.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/projects/{id:guid}/workflow", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, StateInUse).WithName(nameof(EditWorkflow)).WithSummary("Replace the workflow of a project");

    private static Task<Results<Answer<WorkflowResponse>, Problem>> HandleAsync(
        Guid id, EditWorkflowRequest request, IfMatch ifMatch, Caller caller, ProjectChange change, CancellationToken ct) =>
        change.RunAsync(id, caller.Id, (open, draft) =>
        {
            if ((open.DemandWrite(Permissions.ProjectEdit) ?? ifMatch.Check(open.Project.Version) ?? Check(request.States!)) is { } refused)
            {
                return refused;
            }

            var states = request.States!
                .Select((s, i) => (State: s, Order: s.Order ?? i))
                .OrderBy(s => s.Order)
                .Select((s, i) => new WorkflowState(s.State.Key!, s.State.Name!.Trim(), s.State.Category!, i, s.State.Next ?? []))
                .ToList();
            draft.WorkflowJson = WorkflowStates.Serialize(states);
            return CheckKept(WorkflowStates.Parse(open.Project.WorkflowJson), states);
        }, WorkflowResponse.AnswerOf, ct);

    private static Problem? Check(IReadOnlyList<WorkflowStateInput> states)
    {
        if (states.Any(s => s is null))
        {
            return Problems.Invalid("states", "A state is an object.");
        }

        var keys = states.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        var fault =
            states.Any(s => s.Key is null || !Key().IsMatch(s.Key)) ? "A key has 1 to 40 of the characters a-z, 0-9 and _."
            : keys.Count != states.Count ? "Two states have the same key."
            : states.Any(s => string.IsNullOrWhiteSpace(s.Name) || s.Name.Length > 60) ? "A name has between 1 and 60 characters."
            : states.Any(s => s.Category is null || !WorkflowCategories.All.Contains(s.Category)) ? $"A category is one of {string.Join(", ", WorkflowCategories.All)}."
            : states.Any(s => s.Next is { } next && next.Any(key => !keys.Contains(key))) ? "A state names a next one that does not exist."
            : states.All(s => s.Category is "completed" or "cancelled") ? "At least one state must be open, for tasks to begin in."
            : states.All(s => s.Category != "completed") ? "At least one state must be completed, for tasks to end in."
            : null;
        return fault is null ? null : Problems.Invalid("states", fault);
    }

    private static Problem? CheckKept(IReadOnlyList<WorkflowState> before, List<WorkflowState> after)
    {
        foreach (var state in before)
        {
            var kept = after.Find(s => s.Key == state.Key);
            if (kept is null)
            {
                return StateInUse.Because($"The state {state.Key} may hold tasks, so it cannot be removed.");
            }

            if (kept.Category != state.Category)
            {
                return StateInUse.Because($"The state {state.Key} may hold tasks, so its category stays {state.Category}.");
            }
        }

        return null;
    }

    [GeneratedRegex(KeyPattern, RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
