using Waymark.Contracts.Tasks;
using Waymark.Projects.Access;

namespace Waymark.Projects.Workflows;

/// <summary>The workflow as it shall be.</summary>
/// <param name="States">Its states.</param>
/// <param name="Mapping">For states that go: the key of the one that takes the tasks over.</param>
public sealed record EditWorkflowRequest(
    [property: Required, MaxLength(WorkflowStates.Max)] IReadOnlyList<WorkflowStateInput>? States, IReadOnlyDictionary<string, string>? Mapping = null);

/// <summary>
/// Replaces the workflow. A state may go when no task stands in it, or when the mapping says where its tasks go: the service of tasks
/// moves them, each by an ordinary change of status. A state that stays keeps its category.
/// </summary>
internal static class EditWorkflow
{
    private static readonly ProblemKind StateInUse =
        ProblemKind.Unprocessable("state_in_use", "States that hold tasks cannot go without a mapping, nor take another category; states names them.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/projects/{id:guid}/workflow", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, StateInUse).WithName(nameof(EditWorkflow)).WithSummary("Replace the workflow of a project");

    private static Task<Results<Answer<WorkflowResponse>, Problem>> HandleAsync(
        Guid id, EditWorkflowRequest request, IfMatch ifMatch, Caller caller, ProjectChange change, ITaskAccess tasks, CancellationToken ct) =>
        change.RunAsync(id, caller.Id, async (open, draft) =>
        {
            var members = open.Project.Members.ConvertAll(m => m.UserId);
            if ((open.DemandWrite(Permissions.ProjectEdit) ?? ifMatch.Check(open.Project.Version) ?? WorkflowFaults.Of(request.States!)) is { } refused)
            {
                return refused;
            }

            if (WorkflowFaults.NamesOutsiders(request.States!, members))
            {
                return Problems.NotFound("approver in this project");
            }

            var states = Ordered(request.States!);
            var before = WorkflowStates.Parse(open.Project.WorkflowJson);
            var removed = before.Where(s => !states.Exists(kept => kept.Key == s.Key)).Select(s => s.Key).ToArray();
            draft.WorkflowJson = WorkflowStates.Serialize(states);
            draft.StatusMapping = request.Mapping;
            return CheckKept(before, states) ?? CheckMapping(request.Mapping, removed, states) ?? await CheckRemovedAsync(tasks, id, removed, request.Mapping, ct);
        }, WorkflowResponse.AnswerOf, ct);

    /// <summary>A workflow as it is kept.</summary>
    internal static string Write(IReadOnlyList<WorkflowStateInput> states) => WorkflowStates.Serialize(Ordered(states));

    private static List<WorkflowState> Ordered(IReadOnlyList<WorkflowStateInput> states) =>
        [.. states.Select((s, i) => (State: s, Order: s.Order ?? i)).OrderBy(s => s.Order).Select((s, i) => s.State.At(i))];

    private static Problem? CheckKept(IReadOnlyList<WorkflowState> before, List<WorkflowState> after)
    {
        var turned = before.FirstOrDefault(s => after.Find(kept => kept.Key == s.Key) is { } kept && kept.Category != s.Category);
        return turned is null ? null : StateInUse.Because($"The state {turned.Key} may hold tasks, so its category stays {turned.Category}.");
    }

    private static Problem? CheckMapping(IReadOnlyDictionary<string, string>? mapping, string[] removed, List<WorkflowState> after)
    {
        foreach (var (from, to) in mapping ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (!removed.Contains(from, StringComparer.Ordinal) || !after.Exists(s => s.Key == to))
            {
                return Problems.Invalid("mapping", $"A state that goes and one of the new workflow are expected, not {from} and {to ?? "null"}.");
            }
        }

        return null;
    }

    private static async ValueTask<Problem?> CheckRemovedAsync(
        ITaskAccess tasks, Guid projectId, string[] removed, IReadOnlyDictionary<string, string>? mapping, CancellationToken ct)
    {
        var unmapped = removed.Where(key => mapping?.ContainsKey(key) != true).ToArray();
        if (unmapped.Length == 0)
        {
            return null;
        }

        var counts = await tasks.CountByStatusAsync(projectId, ct);
        var held = unmapped.Where(counts.ContainsKey).Select(key => new { key, taskCount = counts[key] }).ToArray();
        return held.Length == 0 ? null : StateInUse.Because(
            $"Tasks stand in {string.Join(", ", held.Select(s => $"{s.key} ({s.taskCount})"))}; mapping says where they go.",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["states"] = held });
    }
}
