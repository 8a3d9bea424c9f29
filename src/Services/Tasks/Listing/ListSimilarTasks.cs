using System.Globalization;
using Npgsql;
using Waymark.Tasks.Searching;

namespace Waymark.Tasks.Listing;

/// <summary>A task whose title is like another one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Status">Its status.</param>
/// <param name="StatusCategory">The category of that.</param>
/// <param name="Similarity">How alike the titles are, up to 1: the share of the three-letter pieces of their words that both have, as <c>pg_trgm</c> measures it.</param>
public sealed record SimilarTaskResponse(
    Guid Id, string Key, string Title, string Status, [property: OneOf(typeof(StatusCategory))] string StatusCategory, double Similarity);

/// <summary>What is looked for.</summary>
public sealed record SimilarTaskQuery
{
    /// <summary>The title, as far as it is written: at most 500 characters. Nothing is similar to none.</summary>
    public string? Title { get; init; }

    /// <summary>A task that is not looked at: the one that is being renamed.</summary>
    public Guid? ExceptId { get; init; }
}

/// <summary>
/// The tasks of a project that a new one may repeat, by its title. However large the project is, only so many titles are looked at: its
/// first tasks and those that wait for the index, and of the others those that the index of texts names.
/// </summary>
internal static class ListSimilarTasks
{
    /// <summary>Titles that are less alike have a common word at best.</summary>
    public const double LeastSimilarity = 0.4;

    /// <summary>Whoever writes a title looks at no more.</summary>
    public const int Most = 5;

    private const int MostOfGrams = 200;
    private const int MostOfIndex = 400;
    private const int MostMeasured = 200;

    /// <summary>
    /// That the grams are read from rows, and what they find is kept apart, makes the planner ask the index each time and take from it no
    /// more than it needs. What shares most letters is measured.
    /// </summary>
    private static readonly string Query =
        $"""
        with seen as (
            select p.id, p.key, coalesce((select g.indexed_to from text_progress g where g.project_id = p.id), {TaskText.LookedThrough}) as indexed_to
            from project p {AccessSql.Joins}
            where p.id = @project and {AccessSql.Visible})
        select seen.key, f.id, f.number, f.title, f.status, f.status_category
        from seen left join lateral (
            select t.* from task t
            where t.deleted_at is null and t.id <> @except and t.title ilike any(@patterns) and t.id = any(array(
                select s.id from task s where s.project_id = seen.id and s.number <= {TaskText.LookedThrough} and s.title ilike any(@patterns)
                union all
                (select s.id from task s where s.project_id = seen.id and s.number > seen.indexed_to order by s.number desc limit {TaskText.LookedThrough})
                union all
                (select x.task_id from task_text x where x.project_id = seen.id and x.grams is null limit {TaskText.LookedThrough})
                union all
                (select n.task_id
                from unnest(@gramSets) g cross join lateral (
                    with named as materialized (select x.task_id from task_text x where x.grams @> g::int[])
                    select task_id from named limit {MostOfGrams}) n
                limit {MostOfIndex})))
            order by (select sum(length(p)) from unnest(@patterns) p where t.title ilike p) desc, t.id desc
            limit {MostMeasured}) f on true
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/{projectId:guid}/tasks/similar", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(ListSimilarTasks)).WithSummary("List the tasks that a new one with this title may repeat, five at most: open ones first, then by similarity");

    private static async Task<Results<Answer<Page<SimilarTaskResponse>>, Problem>> HandleAsync(
        Guid projectId, [AsParameters] SimilarTaskQuery query, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct)
    {
        var title = query.Title?.Trim() ?? "";
        if (title.Length > TaskItem.MaxTitleLength)
        {
            return Problems.Invalid("title", $"A title of at most {TaskItem.MaxTitleLength} characters is expected.");
        }

        var found = await ReadAsync(db, projectId, title, query.ExceptId, caller.Id, ct);
        if (found is null && await guard.LearnAsync(projectId, caller.Id, ct))
        {
            found = await ReadAsync(db, projectId, title, query.ExceptId, caller.Id, ct);
        }

        return found is null ? Problems.NotFound("project") : Answers.Ok(new Page<SimilarTaskResponse>(found, null));
    }

    /// <summary>What is similar; null when the caller does not see the project.</summary>
    private static async Task<IReadOnlyList<SimilarTaskResponse>?> ReadAsync(
        TasksDbContext db, Guid projectId, string title, Guid? exceptId, Guid callerId, CancellationToken ct)
    {
        var sought = new SoughtTitle(title);
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("except", exceptId ?? Guid.Empty));
        command.Parameters.Add(new NpgsqlParameter<string[]>("patterns", sought.Patterns));
        command.Parameters.Add(new NpgsqlParameter<string[]>("gramSets", [.. sought.GramSets(projectId).Select(ArrayText)]));
        await using var row = await command.ExecuteReaderAsync(ct);
        var (isSeen, found, trigrams) = (false, new List<SimilarTaskResponse>(), new TitleTrigrams(title));
        while (await row.ReadAsync(ct))
        {
            isSeen = true;
            if (!row.IsDBNull(1))
            {
                found.Add(new SimilarTaskResponse(
                    row.GetGuid(1), $"{row.GetString(0)}-{row.GetInt32(2)}", row.GetString(3), row.GetString(4), row.GetString(5),
                    Math.Round(trigrams.SimilarityTo(new TitleTrigrams(row.GetString(3))), 3)));
            }
        }

        return isSeen ? [.. Nearest(found)] : null;
    }

    private static IEnumerable<SimilarTaskResponse> Nearest(IEnumerable<SimilarTaskResponse> found) => found
        .Where(t => t.Similarity >= LeastSimilarity)
        .OrderBy(t => StatusCategory.IsClosed(t.StatusCategory))
        .ThenByDescending(t => t.Similarity)
        .ThenByDescending(t => t.Id)
        .Take(Most);

    private static string ArrayText(int[] grams) => $"{{{string.Join(',', grams.Select(g => g.ToString(CultureInfo.InvariantCulture)))}}}";
}
