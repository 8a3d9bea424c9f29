using Microsoft.Extensions.DependencyInjection;
using Waymark.Projects.DaysOff;

namespace Waymark.Projects.Workloads;

/// <summary>Answers tasks what people can give a project.</summary>
internal sealed class AnswerProjectCapacity(IServiceProvider services) : IProjectCapacity
{
    public async Task<IReadOnlyList<PersonTime>> FindAsync(Guid projectId, IReadOnlyCollection<Guid> userIds, Workdays workdays, CancellationToken ct)
    {
        var db = services.GetRequiredService<ProjectsDbContext>();
        var project = await db.Projects.Where(p => p.Id == projectId)
            .Select(p => new { p.WorkspaceId, Members = p.Members.Where(m => userIds.Contains(m.UserId)).Select(m => m.UserId).ToArray() }).FirstOrDefaultAsync(ct);
        if (project is null || workdays.Days.Count == 0)
        {
            return [.. userIds.Select(id => new PersonTime(id, 0, 0))];
        }

        var rows = await WorkloadRows.ReadAsync(db, project.WorkspaceId, Guid.Empty, project.Members, workdays.Days.Min(), workdays.Days.Max(), ct);
        return [.. userIds.Select(id => rows.TryGetValue(id, out var person) ? Of(id, person, projectId, workdays) : new PersonTime(id, 0, 0))];
    }

    /// <summary>
    /// On a day for which somebody is planned for the project they give it what is planned, on another one what other projects leave of
    /// their own hours.
    /// </summary>
    private static PersonTime Of(Guid userId, PersonWeeks person, Guid projectId, Workdays workdays)
    {
        var (hours, off) = (0m, 0m);
        foreach (var day in workdays.Days)
        {
            var plans = person.Plans.Where(p => p.From <= day && p.To >= day).ToLookup(p => p.ProjectId == projectId, p => p.HoursPerWeek);
            var aWeek = plans.Contains(true) ? plans[true].Sum() : Math.Max(0, (person.HoursPerWeek ?? Capacity.Usual) - plans[false].Sum());
            var lost = aWeek * WeekLoad.HalvesOff(person.DaysOff, day) / (2 * workdays.PerWeek);
            (hours, off) = (hours + (aWeek / workdays.PerWeek) - lost, off + lost);
        }

        return new PersonTime(userId, hours, off);
    }
}
