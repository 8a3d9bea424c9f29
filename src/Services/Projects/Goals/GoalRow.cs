using Npgsql;
using Waymark.Contracts.Tasks;
using Waymark.Projects.Views;

namespace Waymark.Projects.Goals;

/// <summary>A goal with what a caller may do in its workspace, sees of its links, and what is done for it.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Rank">The caller's rank in the workspace; 0 as far as this service knows.</param>
/// <param name="SeenProjects">The linked projects that the caller sees.</param>
/// <param name="SeenMilestones">The linked milestones that the caller sees.</param>
/// <param name="HiddenLinks">How many living links the caller does not see.</param>
/// <param name="CountedProjects">The projects whose tasks count, those of the goals below included.</param>
/// <param name="OfMilestones">How far the milestones are that count beside them.</param>
internal sealed record GoalRow(
    Goal Goal, int Rank, Guid[] SeenProjects, Guid[] SeenMilestones, int HiddenLinks, Guid[] CountedProjects, GoalProgress OfMilestones)
{
    /// <summary>
    /// The statement for a page of goals <c>g</c>: counts for all of them at once. A task counts once, also when both its project and its
    /// milestone are linked, or the same project to several goals on the way down.
    /// </summary>
    public static string Sql(string condition, string direction) =>
        $"""
        with recursive page as (
            select g.* from goal g where {condition} order by g.id {direction} limit @limit),
        below as (
            select g.id as root, g.id, g.project_ids, g.milestone_ids from page g
            union all
            select b.root, g.id, g.project_ids, g.milestone_ids from below b join goal g on g.parent_id = b.id),
        linked as (
            select distinct b.root, p.id as project_id from below b join project p on p.id = any(b.project_ids) and p.deleted_at is null),
        reached as (
            select distinct b.root, m.id from below b join milestone m on m.id = any(b.milestone_ids)
            join project p on p.id = m.project_id and p.deleted_at is null
            where not exists (select from linked l where l.root = b.root and l.project_id = m.project_id)),
        counted as (
            select r.root, count(*) filter (where t.is_done)::int as done, count(*)::int as total
            from reached r join task_mark t on t.milestone_id = r.id and not t.is_cancelled and not t.is_deleted group by r.root),
        visible as (
            select p.id from project p where p.workspace_id in (select workspace_id from page) and p.deleted_at is null and {ListProjects.Visible})
        select g.id, g.workspace_id, g.name, g.description, g.owner_id, g.due_date, g.parent_id, g.project_ids, g.milestone_ids, g.created_at, g.version,
            (case when g.workspace_id = @caller then 4
                else coalesce((select w.rank from workspace_member w where w.workspace_id = g.workspace_id and w.user_id = @caller), 0) end)::smallint,
            array(select x.id from unnest(g.project_ids) with ordinality x(id, place) where x.id in (select id from visible) order by x.place),
            array(select x.id from unnest(g.milestone_ids) with ordinality x(id, place) join milestone m on m.id = x.id
                  where m.project_id in (select id from visible) order by x.place),
            (select count(*) from project p where p.id = any(g.project_ids) and p.deleted_at is null and p.id not in (select id from visible))::int
                + (select count(*) from milestone m join project p on p.id = m.project_id and p.deleted_at is null
                   where m.id = any(g.milestone_ids) and p.id not in (select id from visible))::int,
            array(select l.project_id from linked l where l.root = g.id), coalesce(c.done, 0), coalesce(c.total, 0)
        from page g left join counted c on c.root = g.id order by g.id {direction}
        """;

    public static GoalRow Read(NpgsqlDataReader row) => new(
        new Goal
        {
            Id = row.GetGuid(0),
            WorkspaceId = row.GetGuid(1),
            Name = row.GetString(2),
            Description = row.GetString(3),
            OwnerId = row.GetGuid(4),
            DueDate = row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5),
            ParentId = row.IsDBNull(6) ? null : row.GetGuid(6),
            ProjectIds = row.GetFieldValue<Guid[]>(7),
            MilestoneIds = row.GetFieldValue<Guid[]>(8),
            CreatedAt = row.GetFieldValue<DateTimeOffset>(9),
            Version = row.GetInt64(10),
        },
        row.GetInt16(11),
        row.GetFieldValue<Guid[]>(12),
        row.GetFieldValue<Guid[]>(13),
        row.GetInt32(14),
        row.GetFieldValue<Guid[]>(15),
        new GoalProgress(row.GetInt32(16), row.GetInt32(17)));

    /// <summary>The answer; without tallies of the projects that count there is no progress, unless none counts.</summary>
    public GoalResponse ToResponse(IReadOnlyDictionary<Guid, TaskTally>? tallies)
    {
        GoalProgress? progress = null;
        if (tallies is not null || CountedProjects.Length == 0)
        {
            var parts = CountedProjects.Select(id => tallies!.GetValueOrDefault(id)).ToList();
            progress = new GoalProgress(OfMilestones.Done + parts.Sum(p => p.Done), OfMilestones.Total + parts.Sum(p => p.Total));
        }

        var g = Goal;
        return new GoalResponse(
            g.Id, g.WorkspaceId, g.ParentId, g.Name, g.Description, g.OwnerId, g.DueDate, SeenProjects, SeenMilestones, HiddenLinks, progress, g.CreatedAt, g.Version);
    }
}
