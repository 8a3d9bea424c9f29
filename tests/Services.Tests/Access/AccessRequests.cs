using System.Text.RegularExpressions;

namespace Waymark.Services.Tests.Access;

/// <summary>How each route is called: which thing its parameters name, and the body. Expectations stand in the matrix alone.</summary>
internal static partial class AccessRequests
{
    /// <summary>Stands for another text for every caller.</summary>
    public const string Fresh = "fresh";

    /// <summary>Stands for the id of what does not exist.</summary>
    public const string Nobody = "nobody";

    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["POST /api/auth/email/change"] = """{"email": "someone@example.org", "currentPassword": "not the password"}""",
        ["POST /api/auth/password/change"] = """{"currentPassword": "not the password", "newPassword": "another long secret"}""",
        ["POST /api/auth/password/forgot"] = """{"email": "nobody@example.org"}""",
        ["POST /api/auth/password/reset"] = """{"token": "none", "password": "another long secret"}""",
        ["POST /api/auth/refresh"] = """{"refreshToken": "none"}""",
        ["PUT /api/comments/{commentId}"] = """{"body": "Edited"}""",
        ["PATCH /api/comments/{commentId}"] = """{"body": "Edited"}""",
        ["POST /api/operations/dead-letters/discard"] = """{"ids": ["<nobody>"], "reason": "Not needed"}""",
        ["POST /api/operations/dead-letters/{letterId}/discard"] = """{"reason": "Not needed"}""",
        ["POST /api/operations/dead-letters/replay"] = """{"ids": ["<nobody>"]}""",
        ["POST /api/goals"] = """{"name": "Another", "workspaceId": "<workspace>"}""",
        ["PUT /api/goals/{goalId}"] = """{"name": "Changed"}""",
        ["PATCH /api/goals/{goalId}"] = """{"name": "Changed"}""",
        ["POST /api/project-templates"] = """{"name": "Another", "workspaceId": "<workspace>", "content": {}}""",
        ["PUT /api/project-templates/{id}"] = """{"name": "Changed", "content": {}}""",
        ["POST /api/project-templates/{id}/instantiate"] = """{"name": "Another"}""",
        ["POST /api/projects/{id}/save-as-template"] = """{"name": "Another"}""",
        ["POST /api/projects"] = """{"name": "Another", "workspaceId": "<workspace>"}""",
        ["PUT /api/projects/{id}"] = """{"name": "Changed"}""",
        ["PATCH /api/projects/{id}"] = """{"name": "Changed"}""",
        ["POST /api/projects/{id}/transfer"] = """{"userId": "<manager>"}""",
        ["POST /api/projects/{id}/labels"] = """{"name": "Another label"}""",
        ["PUT /api/projects/{id}/labels/{labelId}"] = """{"name": "Changed"}""",
        ["PATCH /api/projects/{id}/labels/{labelId}"] = """{"name": "Changed"}""",
        ["POST /api/projects/{id}/milestones"] = """{"name": "Another"}""",
        ["PUT /api/projects/{id}/milestones/{milestoneId}"] = """{"name": "Changed"}""",
        ["PATCH /api/projects/{id}/milestones/{milestoneId}"] = """{"name": "Changed"}""",
        ["POST /api/projects/{id}/custom-fields"] = """{"name": "Another", "type": "text"}""",
        ["PUT /api/projects/{id}/custom-fields/{fieldId}"] = """{"name": "Changed", "type": "text"}""",
        ["PATCH /api/projects/{id}/custom-fields/{fieldId}"] = """{"name": "Changed"}""",
        ["POST /api/projects/{id}/time-entries"] = """{"minutes": 5, "date": "2026-03-02"}""",
        ["PUT /api/projects/{id}/time-entries/{entryId}"] = """{"minutes": 6, "date": "2026-03-02"}""",
        ["PATCH /api/projects/{id}/time-entries/{entryId}"] = """{"minutes": 7}""",
        ["POST /api/projects/{id}/allocations"] = """{"userId": "<extra>", "hoursPerWeek": 8, "from": "2026-03-02", "to": "2026-03-08"}""",
        ["PUT /api/projects/{id}/allocations/{allocationId}"] = """{"userId": "<extra>", "hoursPerWeek": 9, "from": "2026-03-02", "to": "2026-03-08"}""",
        ["PATCH /api/projects/{id}/allocations/{allocationId}"] = """{"hoursPerWeek": 10}""",
        ["POST /api/projects/{id}/releases"] = """{"name": "Another"}""",
        ["PUT /api/projects/{id}/releases/{releaseId}"] = """{"name": "Changed"}""",
        ["PATCH /api/projects/{id}/releases/{releaseId}"] = """{"name": "Changed"}""",
        ["PUT /api/projects/{id}/rates/{rateId}"] = """{"amount": 9500, "currency": "EUR", "validFrom": "2026-01-01"}""",
        ["PATCH /api/projects/{id}/rates/{rateId}"] = """{"validUntil": "2030-12-31"}""",
        ["POST /api/projects/{id}/rates"] = """{"amount": 100, "currency": "EUR", "validFrom": "2026-02-02"}""",
        ["POST /api/projects/{id}/time-sheets/{sheetId}/reject"] = """{"reason": "Not yet"}""",
        ["PUT /api/capacity"] = """{"hoursPerWeek": 32}""",
        ["POST /api/time-off"] = """{"from": "2026-03-02", "to": "2026-03-03"}""",
        // Of a task that is none, so that nobody is left with a timer that another row would find.
        ["POST /api/timer"] = """{"projectId": "<project>", "taskId": "<nobody>"}""",
        ["POST /api/projects/{id}/members"] = """{"email": "guest@example.org", "role": "viewer"}""",
        ["PUT /api/projects/{id}/members/{userId}"] = """{"role": "contributor"}""",
        ["PUT /api/projects/{id}/task-types"] = """{"types": [{"key": "task", "name": "Task"}]}""",
        ["PUT /api/projects/{id}/workflow"] = """
            {"states": [{"key": "backlog", "name": "Backlog", "category": "backlog", "order": 1, "next": []}, {"key": "todo", "name": "To do", "category": "unstarted", "order": 2, "next": []},
             {"key": "in_progress", "name": "Doing", "category": "started", "order": 3, "next": []}, {"key": "in_review", "name": "In review", "category": "started", "order": 4, "next": []},
             {"key": "done", "name": "Done", "category": "completed", "order": 5, "next": []}, {"key": "cancelled", "name": "Cancelled", "category": "cancelled", "order": 6, "next": []}]}
            """,
        ["POST /api/tasks"] = """{"projectId": "<project>", "title": "Another"}""",
        ["POST /api/tasks/{task}/duplicate"] = """{"subtasks": false}""",
        ["POST /api/tasks/bulk"] = """{"ids": ["<task>"], "changes": {"priority": "low"}}""",
        ["PUT /api/tasks/{task}"] = """{"title": "Changed"}""",
        ["PATCH /api/tasks/{task}"] = """{"title": "Changed"}""",
        ["PATCH /api/tasks/{task}/status"] = """{"status": "done"}""",
        ["POST /api/tasks/{task}/dependencies"] = """{"taskId": "<otherTask>", "type": "relates_to"}""",
        ["POST /api/tasks/{task}/approvals/{approvalId}/delegate"] = """{"userId": "<extra>"}""",
        // The world's workflow needs no approval.
        ["POST /api/tasks/{task}/approvals"] = """{"status": "done"}""",
        ["POST /api/task-templates"] = """{"projectId": "<project>", "name": "Another", "title": "Another"}""",
        ["PUT /api/task-templates/{id}"] = """{"name": "Changed", "title": "Changed"}""",
        ["POST /api/task-templates/{id}/instantiate"] = """{"date": "2026-03-02"}""",
        ["POST /api/tasks/{task}/reschedule"] = """{"startAt": "2026-03-02"}""",
        ["PUT /api/projects/{projectId}/calendar"] = """{"holidays": ["2026-12-25"]}""",
        ["POST /api/tasks/{task}/subtasks"] = """{"title": "A part"}""",
        ["POST /api/tasks/{task}/steps"] = """{"title": "Another"}""",
        ["PUT /api/tasks/{task}/steps"] = """{"ids": ["<step>"]}""",
        ["PATCH /api/tasks/{task}/steps/{stepId}"] = """{"done": true}""",
        ["POST /api/tasks/{task}/watchers"] = """{"userId": "<extra>"}""",
        ["PUT /api/tasks/{task}/watchers/{userId}"] = """{"muted": true}""",
        ["POST /api/tasks/recurrence/preview"] = """{"rule": "FREQ=DAILY", "start": "2026-03-01"}""",
        ["POST /api/tasks/{taskId}/comments"] = """{"body": "Another"}""",
        ["POST /api/users/login"] = """{"email": "<fresh>@example.org", "password": "not the password"}""",
        ["POST /api/users/register"] = """{"email": "no address", "password": "short", "displayName": ""}""",
        ["PUT /api/users/profile"] = """{"displayName": "Somebody"}""",
        ["PATCH /api/users/profile"] = """{"locale": "en"}""",
        ["POST /api/projects/{projectId}/cycles"] = """{"name": "Another", "startDate": "2026-03-02", "endDate": "2026-03-13"}""",
        ["PUT /api/projects/{projectId}/cycles/{cycleId}"] = """{"name": "Changed", "startDate": "2026-03-02", "endDate": "2026-03-13"}""",
        ["PATCH /api/projects/{projectId}/cycles/{cycleId}"] = """{"name": "Changed"}""",
        ["PUT /api/projects/{projectId}/cycle-settings"] = """{"allowsSeveral": false}""",
        ["POST /api/cycles/{cycleId}/tasks"] = """{"taskIds": ["<task>"]}""",
        ["POST /api/cycles/{cycleId}/tasks/remove"] = """{"taskIds": ["<otherTask>"]}""",
        ["POST /api/views"] = """{"name": "Another", "projectId": "<project>"}""",
        ["PUT /api/views/{viewId}"] = """{"name": "Changed", "visibility": "project"}""",
        ["PATCH /api/views/{viewId}"] = """{"name": "Changed"}""",
        ["POST /api/workspaces"] = """{"name": "Another"}""",
        ["PUT /api/workspaces/{id}"] = """{"name": "Changed"}""",
        ["PATCH /api/workspaces/{id}"] = """{"name": "Changed"}""",
        ["POST /api/workspaces/{id}/members"] = """{"email": "guest@example.org", "role": "guest"}""",
        ["PUT /api/workspaces/{id}/members/{userId}"] = """{"role": "guest"}""",
        ["POST /api/workspaces/{id}/invitations"] = """{"email": "guest@example.org"}""",
    };

    private static readonly Dictionary<string, string> Queries = new(StringComparer.Ordinal)
    {
        ["GET /api/activity"] = "?projectId=<project>",
        ["GET /api/changes"] = "?projectId=<project>",
        ["GET /api/tasks/{task}/reschedule"] = "?startAt=2026-03-02",
        ["GET /api/tasks"] = "?projectId=<project>",
        ["GET /api/tasks/count"] = "?projectId=<project>",
        ["GET /api/tasks/{task}/diff"] = "?from=1",
        ["GET /api/tasks/trash"] = "?projectId=<project>",
        ["POST /hubs/live/negotiate"] = "?negotiateVersion=1",
    };

    /// <summary>What a row names in a world.</summary>
    public static IReadOnlyCollection<string> NamesOf(MatrixRow row)
    {
        var parameters = RouteValue().Matches(row.Pattern).Select(match => NameOf(row, match.Groups["name"].Value));
        var placeholders = Placeholder().Matches(QueryOf(row) + BodyTextOf(row)).Select(match => match.Groups["name"].Value);
        return [.. parameters.Concat(placeholders).Where(name => name is not (Fresh or Nobody)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The address of a row in a world.</summary>
    public static string PathOf(MatrixRow row, AccessWorld world) =>
        RouteValue().Replace(row.Pattern, match => world[NameOf(row, match.Groups["name"].Value)]) + Fill(QueryOf(row), world);

    /// <summary>The JSON body of a row in a world; empty where the route takes none.</summary>
    public static string? BodyOf(MatrixRow row, AccessWorld world) =>
        BodyTextOf(row) is { } text ? Fill(text, world) : null;

    private static string QueryOf(MatrixRow row) => Queries.GetValueOrDefault(row.ToString()) ?? "";

    private static string? BodyTextOf(MatrixRow row) => row.Method is "GET" or "DELETE" ? null : Bodies.GetValueOrDefault(row.ToString()) ?? "{}";

    private static string NameOf(MatrixRow row, string parameter) => parameter switch
    {
        "id" when row.Pattern.StartsWith("/api/project-templates", StringComparison.Ordinal) => "projectTemplate",
        "id" when row.Pattern.StartsWith("/api/projects", StringComparison.Ordinal) => "project",
        "id" when row.Pattern.StartsWith("/api/workspaces", StringComparison.Ordinal) => "workspace",
        "id" when row.Pattern == "/api/users/{id}" => "fellow",
        "id" when row.Pattern.StartsWith("/api/task-templates", StringComparison.Ordinal) => "taskTemplate",
        "projectId" => "project",
        "task" or "taskId" => "task",
        "dependencyId" => "dependency",
        "stepId" => "step",
        "commentId" => "comment",
        "labelId" => "label",
        "viewId" => "view",
        "cycleId" => "cycle",
        "milestoneId" => "milestone",
        "goalId" => "goal",
        "fieldId" => "field",
        "entryId" => "timeEntry",
        "allocationId" => "allocation",
        "sheetId" => "timeSheet",
        "rateId" => "rate",
        "releaseId" => "release",
        "dayOffId" => "dayOff",
        "userId" => "extra",
        "changeId" => row.Pattern.StartsWith("/api/projects", StringComparison.Ordinal) ? "projectChange" : "taskChange",
        "invitationId" => row.Pattern.StartsWith("/api/projects", StringComparison.Ordinal) ? "projectInvitation" : "workspaceInvitation",
        "token" => row.Pattern.StartsWith("/api/workspace", StringComparison.Ordinal) ? "workspaceToken" : "projectToken",
        _ => Nobody,
    };

    private static string Fill(string text, AccessWorld world) => Placeholder().Replace(text, match => world[match.Groups["name"].Value]);

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex RouteValue();

    [GeneratedRegex("<(?<name>[A-Za-z]+)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
