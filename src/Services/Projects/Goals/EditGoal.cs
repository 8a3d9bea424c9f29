namespace Waymark.Projects.Goals;

/// <summary>PUT replaces the writable members, PATCH merges into them; both end in the same change.</summary>
internal static class EditGoal
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/goals/{goalId:guid}", ReplaceAsync).RequirePermission(Permissions.GoalEdit)
            .MayRefuse(GoalRules.GoalCircle, GoalRules.GoalsTooDeep).WithName("ReplaceGoal").WithSummary("Replace the writable members of a goal");
        routes.MapPatch("/api/goals/{goalId:guid}", PatchAsync).RequirePermission(Permissions.GoalEdit)
            .MayRefuse(GoalRules.GoalCircle, GoalRules.GoalsTooDeep).WithName("EditGoal").WithSummary("Change some members of a goal");
    }

    private static Task<Results<Answer<GoalResponse>, Problem>> ReplaceAsync(
        Guid goalId, GoalInput request, IfMatch ifMatch, Caller caller, GoalChange change, CancellationToken ct) =>
        change.RunAsync(goalId, caller.Id, _ => request, ifMatch, ct);

    private static Task<Results<Answer<GoalResponse>, Problem>> PatchAsync(
        Guid goalId, MergePatch<GoalInput> patch, IfMatch ifMatch, Caller caller, GoalChange change, CancellationToken ct) =>
        change.RunAsync(goalId, caller.Id, goal => patch.ApplyTo(GoalInput.Of(goal)), ifMatch, ct);
}
