using Waymark.Contracts.Projects;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Model.Custom;
using Waymark.Tasks.Recurring;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Lifecycle;

public sealed record CreateTaskRequest : TaskInput
{
    public CreateTaskRequest()
    {
    }

    private CreateTaskRequest(TaskInput input)
        : base(input)
    {
    }

    [Required]
    public Guid? ProjectId { get; init; }

    /// <summary>The creation of a task below another one, in the project of that.</summary>
    internal static CreateTaskRequest Below(TaskItem parent, TaskInput input) => new(input with { ParentId = parent.Id }) { ProjectId = parent.ProjectId };
}

/// <summary>Makes a task: in a project, or below another task.</summary>
internal static class CreateTask
{
    /// <summary>Takes the next number; the row lock lets creations of one project follow each other, so numbers are dense.</summary>
    private static readonly string TakeNumber =
        $"""
        with seen as (
            select {ProjectRow.Columns}, {AccessSql.Rank} as caller_rank, {ProjectTypes.OfProject} as types, {ProjectFields.OfNewTask} as fields, {ProjectFields.HaveComputed}
            from project p {AccessSql.JoinsOf("$2")}
            where p.id = $1 and {AccessSql.Visible}),
        counter as (
            insert into project_counter (project_id, last_number, first_rank, last_rank) select id, 1, 0, 1 from seen
            on conflict (project_id) do update set last_number = project_counter.last_number + 1, last_rank = project_counter.last_rank + 1
            returning last_number, last_rank)
        select s.*, c.last_number, c.last_rank from seen s, counter c
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/tasks", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse([ProblemKinds.NotFound, Access.ProjectArchived, CustomFieldInput.FieldNotOfType, ExclusiveLabels.Clash, .. TransitionProblems.OfNewTasks]).WithName(nameof(CreateTask)).WithSummary("Create a task in a project");
        routes.MapPost("/api/tasks/{task}/subtasks", HandleBelowAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse([Access.ProjectArchived, CustomFieldInput.FieldNotOfType, ExclusiveLabels.Clash, .. TransitionProblems.OfNewTasks]).WithName("CreateSubtask").WithSummary("Create a sub-task of a task");
    }

    internal static Task<Results<CreatedAnswer<TaskResponse>, Problem>> HandleAsync(
        CreateTaskRequest request, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, TaskReferences references, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<TaskResponse>, Problem>>(async () =>
        {
            var projectId = request.ProjectId!.Value;
            await using var transaction = await db.BeginAsync(ct);
            var place = await TakePlaceAsync(db, projectId, caller.Id, ct);
            if (place is null && await guard.LearnAsync(projectId, caller.Id, ct))
            {
                place = await TakePlaceAsync(db, projectId, caller.Id, ct);
            }

            if (place is null)
            {
                return Problems.NotFound("project");
            }

            if (place.Access.DemandWrite(Permissions.TaskEdit) is { } refused)
            {
                return refused;
            }

            var (draft, problem) = await DraftAsync(db, references, request, place, caller.Id, ct);
            if (problem is not null)
            {
                return problem;
            }

            var task = new TaskItem { Id = draft.Id, ProjectId = draft.ProjectId, WorkspaceId = draft.WorkspaceId };
            db.Record(task, draft, place.Access.Project);
            await SubtaskCounters.UpdateAsync(db, [new TaskTransition(null, task)], ct);
            var computed = await ComputedValues.AfterAsync(db, place.HasComputed, task, ct);
            var answer = Answers.Created($"/api/tasks/{task.Id}", computed.On(TaskResponse.Of(task, place.Access.Project.Key)), task.Version);
            return await db.CommitAsync(answer, transaction, ct);
        });

    private static async Task<Results<CreatedAnswer<TaskResponse>, Problem>> HandleBelowAsync(
        TaskReference reference, TaskInput request, Caller caller, TasksDbContext db, IProjectAccess projects, ProjectGuard<TasksDbContext> guard, TaskReferences references, CancellationToken ct)
    {
        var (parent, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
        return problem is not null ? problem : await HandleAsync(CreateTaskRequest.Below(parent!.Task, request), caller, db, guard, references, ct);
    }

    private static async Task<(TaskItem Draft, Problem? Problem)> DraftAsync(
        TasksDbContext db, TaskReferences references, CreateTaskRequest request, Place place, Guid callerId, CancellationToken ct)
    {
        var project = place.Access.Project;
        var workflow = Workflow.Parse(project.WorkflowJson);
        var draft = new TaskItem
        {
            Id = Guid.CreateVersion7(db.Scope.Now),
            ProjectId = project.Id,
            WorkspaceId = project.WorkspaceId,
            Number = place.Number,
            Type = place.Types[0],
            Fields = place.Fields,
            ReporterId = callerId,
            Rank = Rank.Whole(place.LastRank),
        };
        request.CopyTo(draft);

        var state = request.Status is null ? workflow.Initial : workflow.Find(request.Status);
        if (state is null)
        {
            return (draft, TransitionProblems.UnknownStatus(workflow));
        }

        return (draft, await references.ResolveAsync(callerId, draft, request, ct)
            ?? TaskRecurrenceInput.Apply(request.Recurrence, draft, project, db.Scope.Now)
            ?? TransitionProblems.Enter(draft, state, db.Scope.Now));
    }

    private static async Task<Place?> TakePlaceAsync(TasksDbContext db, Guid projectId, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(TakeNumber, ct);
        command.Parameters.With(projectId).With(callerId);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new Place(new Access(ProjectRow.Read(row, 0), row.GetInt16(8)), row.IsDBNull(9) ? ProjectTypes.Usual : row.GetFieldValue<string[]>(9),
                TaskCustomField.Parse(row.IsDBNull(10) ? null : row.GetString(10)), row.GetBoolean(11), row.GetInt32(12), row.GetInt64(13))
            : null;
    }

    private sealed record Place(Access Access, string[] Types, IReadOnlyList<TaskCustomField> Fields, bool HasComputed, int Number, long LastRank);
}
