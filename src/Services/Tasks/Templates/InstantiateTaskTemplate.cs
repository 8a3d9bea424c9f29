using Waymark.Contracts.Templates;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Templates;
using Waymark.Tasks.Steps;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Templates;

/// <summary>How a template is used.</summary>
/// <param name="Variables">The values of its variables, by their names.</param>
/// <param name="Date">The day from which its dates count; today in the project's time zone when left out.</param>
/// <param name="ParentId">The task to which the new one belongs.</param>
public sealed record InstantiateTaskTemplateRequest(IReadOnlyDictionary<string, string>? Variables, DateOnly? Date, Guid? ParentId);

/// <summary>Makes a task from a template, in the way in which tasks are always made.</summary>
internal static class InstantiateTaskTemplate
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/task-templates/{id:guid}/instantiate", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse([Access.ProjectArchived, ExclusiveLabels.Clash, .. TransitionProblems.OfNewTasks]).WithName(nameof(InstantiateTaskTemplate)).WithSummary("Make a task from a template");

    private static async Task<Results<CreatedAnswer<TaskResponse>, Problem>> HandleAsync(
        Guid id, InstantiateTaskTemplateRequest? request, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, TaskReferences references, CancellationToken ct)
    {
        if (await OpenTemplate.FindAsync(db, guard, id, caller.Id, ct) is not { } open)
        {
            return Problems.NotFound("template");
        }

        var wish = request ?? new InstantiateTaskTemplateRequest(null, null, null);
        if ((open.Access.DemandWrite(Permissions.TaskEdit) ?? Faults(open.Template, wish)) is { } refused)
        {
            return refused;
        }

        var zone = TimeZones.Find(open.Access.Project.TimeZone);
        var today = wish.Date ?? DateOnly.FromDateTime(new WallClock(zone).Read(db.Scope.Now));
        var task = TaskOf(open.Template, wish, today);
        return Shape.Check(task) is { } errors ? Problems.Invalid(errors) : await CreateTask.HandleAsync(task, caller, db, guard, references, ct);
    }

    private static CreateTaskRequest TaskOf(TaskTemplate template, InstantiateTaskTemplateRequest request, DateOnly today)
    {
        var (content, values) = (template.Content, request.Variables ?? new Dictionary<string, string>(StringComparer.Ordinal));
        return new CreateTaskRequest
        {
            ProjectId = template.ProjectId,
            Title = TemplateText.Fill(content.Title, values),
            Description = TemplateText.Fill(content.Description, values),
            Priority = content.Priority,
            Difficulty = content.Difficulty,
            EstimateMinutes = content.EstimateMinutes,
            DurationMinutes = content.DurationMinutes,
            StartAt = DayOf(today, content.StartInDays),
            DueAt = DayOf(today, content.DueInDays),
            DeadlineAt = DayOf(today, content.DeadlineInDays),
            AssigneeIds = content.AssigneeIds,
            Labels = content.Labels,
            ParentId = request.ParentId,
            Steps =
            [
                .. content.Steps.Select(s => new TaskStepInput { Title = TemplateText.Fill(s.Title!, values), DueAt = DayOf(today, s.DueInDays), Required = s.Required }),
            ],
        };
    }

    private static Moment? DayOf(DateOnly today, int? days) => days is { } count ? Moment.On(today.AddDays(count)) : null;

    private static Problem? Faults(TaskTemplate template, InstantiateTaskTemplateRequest request)
    {
        if (request.Date is { Year: < 1970 or > 2189 })
        {
            return Problems.Invalid("date", "A date between 1970 and 2189 is expected.");
        }

        var values = request.Variables ?? new Dictionary<string, string>(StringComparer.Ordinal);
        return TemplateText.Fault(TaskTemplateResponse.Of(template).Variables, values) is { } fault ? Problems.Invalid("variables", fault) : null;
    }
}
