using Waymark.Contracts.Tasks;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Model.Custom;
using Waymark.Tasks.Model.Linking;

namespace Waymark.Tasks.Templates;

/// <summary>Describes the tasks of a project so that they could be made anew: open, and with nothing of it done.</summary>
internal static class TaskPlans
{
    public static async Task<IReadOnlyList<TaskPlan>> ReadAsync(TasksDbContext db, Guid projectId, CancellationToken ct)
    {
        if (await db.Set<ProjectCopy>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == projectId, ct) is not { } project)
        {
            return [];
        }

        var tasks = await db.Tasks.AsNoTracking().Where(t => t.ProjectId == projectId && t.DeletedAt == null).Take(TaskPlan.MostAtOnce + 1).ToListAsync(ct);
        var fields = await ProjectFields.ReadAsync(db, projectId, ct);
        var ids = tasks.Select(t => t.Id).ToHashSet();
        var dependencies = (await db.Dependencies.AsNoTracking().Where(d => ids.Contains(d.FromId) && ids.Contains(d.ToId)).ToListAsync(ct)).ToLookup(d => d.FromId);
        var clock = new WallClock(TimeZones.Find(project.TimeZone));
        return [.. tasks.OrderBy(t => t.Rank, StringComparer.Ordinal).Select(t => PlanOf(t, t.ParentId is { } parent && ids.Contains(parent) ? parent : null, fields, dependencies[t.Id], clock))];
    }

    private static TaskPlan PlanOf(TaskItem t, Guid? parentId, IReadOnlyList<TaskCustomField> fields, IEnumerable<TaskDependency> dependencies, WallClock clock)
    {
        var values = t.Custom;
        return new TaskPlan(
            t.Id, parentId, t.Title, t.Description, Status: null, t.Type, TaskFields.Wire(t.Priority), t.Difficulty, t.EstimateMinutes,
            DayOf(t.Start, clock), DayOf(t.Due, clock), t.AssigneeIds, t.Labels, t.MilestoneId,
            [.. t.Steps.Select(s => new StepPlan(s.Title, DayOf(s.DueAt, clock), s.Required))],
            [.. from field in fields where field.IsOf(t.Type) let value = values.Of(field.Id) where value is not null select new CustomValuePlan(field.Id, value.Value.GetRawText())],
            [.. dependencies.Select(d => new DependencyPlan(d.ToId, DependencyTypes.Write(d.Kind, isBackwards: false), d.Link is { } link ? LinkKinds.Write(link) : null, d.LagMinutes))],
            DayOf(t.Deadline, clock), t.DurationMinutes);
    }

    private static DateOnly? DayOf(Moment? moment, WallClock clock) =>
        moment is not { } known ? null : known.Date ?? DateOnly.FromDateTime(clock.Read(known.Instant!.Value));
}
