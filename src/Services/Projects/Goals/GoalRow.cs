using Npgsql;
using Waymark.Contracts.Tasks;
using Waymark.Projects.Views;

namespace Waymark.Projects.Goals;

/// <summary>A goal with what a caller may do in its workspace, sees of its links, and what is done for it.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Rank">The caller's rank in the workspace; 0 as far as this service knows.</param>
/// <param name="SeenProjects">The linked projects that the caller sees, with nothing counted yet.</param>
/// <param name="SeenMilestones">The linked milestones that the caller sees, with how far they are.</param>
/// <param name="HiddenLinks">How many living links the caller does not see.</param>
/// <param name="CountedProjects">The projects whose tasks count, those of the goals below included.</param>
/// <param name="OfMilestones">How far the milestones are that count beside them.</param>
internal sealed record GoalRow(
    Goal Goal, int Rank, GoalLink[] SeenProjects, GoalLink[] SeenMilestones, int HiddenLinks, Guid[] CountedProjects, GoalProgress OfMilestones)
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
            ps.ids, ps.names, ms.ids, ms.projects, ms.names, ms.done, ms.total,
            (select count(*) from project p where p.id = any(g.project_ids) and p.deleted_at is null and p.id not in (select id from visible))::int
                + (select count(*) from milestone m join project p on p.id = m.project_id and p.deleted_at is null
                   where m.id = any(g.milestone_ids) and p.id not in (select id from visible))::int,
            array(select l.project_id from linked l where l.root = g.id), coalesce(c.done, 0), coalesce(c.total, 0)
        from page g left join counted c on c.root = g.id {Seen} order by g.id {direction}
        """;

    /// <summary>The links that the caller sees, in their order, as columns that belong together.</summary>
    private const string Seen =
        """
        cross join lateral (
            select coalesce(array_agg(p.id order by x.place), array[]::uuid[]) as ids, coalesce(array_agg(p.name order by x.place), array[]::text[]) as names
            from unnest(g.project_ids) with ordinality x(id, place) join project p on p.id = x.id where p.id in (select id from visible)) ps
        cross join lateral (
            select coalesce(array_agg(m.id order by x.place), array[]::uuid[]) as ids, coalesce(array_agg(m.project_id order by x.place), array[]::uuid[]) as projects,
                coalesce(array_agg(m.name order by x.place), array[]::text[]) as names,
                coalesce(array_agg(s.done order by x.place), array[]::int[]) as done, coalesce(array_agg(s.total order by x.place), array[]::int[]) as total
            from unnest(g.milestone_ids) with ordinality x(id, place) join milestone m on m.id = x.id
            cross join lateral (
                select count(*) filter (where t.is_done)::int as done, count(*)::int as total
                from task_mark t where t.milestone_id = m.id and not t.is_cancelled and not t.is_deleted) s
            where m.project_id in (select id from visible)) ms
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
        [.. Ids(row, 12).Zip(Names(row, 13), (id, name) => new GoalLink(GoalLink.Project, id, id, name, null))],
        [.. Milestones(row)],
        row.GetInt32(19),
        Ids(row, 20),
        new GoalProgress(row.GetInt32(21), row.GetInt32(22)));

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
            g.Id, g.WorkspaceId, g.ParentId, g.Name, g.Description, g.OwnerId, g.DueDate,
            [.. SeenProjects.Select(p => p.Id)], [.. SeenMilestones.Select(m => m.Id)], HiddenLinks, progress, [.. SeenProjects.Select(Counted), .. SeenMilestones],
            g.CreatedAt, g.Version);

        GoalLink Counted(GoalLink project)
        {
            var tally = tallies?.GetValueOrDefault(project.Id);
            return tally is null ? project : project with { Progress = new GoalProgress(tally.Value.Done, tally.Value.Total) };
        }
    }

    private static IEnumerable<GoalLink> Milestones(NpgsqlDataReader row)
    {
        var (ids, projects, names) = (Ids(row, 14), Ids(row, 15), Names(row, 16));
        var (done, total) = (row.GetFieldValue<int[]>(17), row.GetFieldValue<int[]>(18));
        return ids.Select((id, i) => new GoalLink(GoalLink.Milestone, id, projects[i], names[i], new GoalProgress(done[i], total[i])));
    }

    private static Guid[] Ids(NpgsqlDataReader row, int column) => row.GetFieldValue<Guid[]>(column);

    private static string[] Names(NpgsqlDataReader row, int column) => row.GetFieldValue<string[]>(column);
}
