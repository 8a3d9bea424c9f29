using Npgsql;
using Waymark.Querying;
using Waymark.Tasks.Querying;

namespace Waymark.Tasks.SavedViews;

/// <summary>
/// Saved views name custom fields, labels, milestones and cycles as people do. Whoever gives one of them another name gives it in the
/// same transaction to the views that mean it: those of its project, and those of its workspace, unless something else there has the
/// old name, too.
/// </summary>
internal sealed class RenameInViews
{
    public static readonly RenameInViews OfFields = new("field", "project_field", "id", "not n.is_gone", QueryRenaming.OfCustomField);
    public static readonly RenameInViews OfLabels = new("label", "project_label", "label_id", "n.name is not null", ValueOf("label"));
    public static readonly RenameInViews OfMilestones = new("milestone", "project_milestone", "id", "not n.is_gone", ValueOf("milestone"));
    public static readonly RenameInViews OfCycles = new("cycle", "cycle", "id", "true", ValueOf("cycle"));

    private readonly string _find;
    private readonly Func<string, Func<string, bool>, string, string?> _rename;

    /// <param name="word">What every query has that names one.</param>
    /// <param name="table">Where this service keeps the names.</param>
    /// <param name="id">The column of what bears the name.</param>
    /// <param name="isKnown">Whether a row <c>n</c> of the table counts.</param>
    /// <param name="rename">Writes a query anew.</param>
    private RenameInViews(string word, string table, string id, string isKnown, Func<string, Func<string, bool>, string, string?> rename)
    {
        _rename = rename;
        _find =
            $"""
            {ViewNames.LockForRenaming}
            with home as (select workspace_id from project where id = @project),
            others as (
                select n.project_id from {table} n join project p on p.id = n.project_id join home on home.workspace_id = p.workspace_id
                where p.state <> 'deleted' and n.folded = @old and n.{id} is distinct from @id and {isKnown})
            select {ViewStore.Columns} from saved_view v
            where (v.project_id = @project or (v.project_id is null and v.workspace_id in (select workspace_id from home)))
                and v.query ilike '%{word}%'
                and not exists (select from others where v.project_id is null or others.project_id = v.project_id)
            order by v.id
            for update of v
            """;
    }

    /// <summary>Follows an event that tells of a new name, if it does.</summary>
    public async Task FollowAsync<TEvent>(TasksDbContext db, TEvent e, Guid id, CancellationToken ct)
        where TEvent : IProjectEvent, IChangeEvent
    {
        if (e.Changes.Read().TryGetValue("name", out var name) && name is { From: { } old, To: { } given })
        {
            await FollowAsync(db, e.ProjectId, id, (old.GetString()!, given.GetString()!), ct);
        }
    }

    /// <summary>Adds the changes of views to what is saved next, in the transaction that gives the name.</summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="projectId">Whose it is that was renamed.</param>
    /// <param name="id">What was renamed.</param>
    /// <param name="names">What it was called, and what it is called.</param>
    /// <param name="ct">Cancels.</param>
    public async Task FollowAsync(TasksDbContext db, Guid projectId, Guid id, (string Old, string New) names, CancellationToken ct)
    {
        var old = LabelNames.Fold(names.Old);
        if (old == LabelNames.Fold(names.New))
        {
            return;
        }

        await using var command = await db.CommandAsync(_find, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        command.Parameters.Add(new NpgsqlParameter<string>("old", old));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var view = ViewStore.Read(row);
            if (_rename(view.Query, name => LabelNames.Fold(name) == old, names.New) is { } query)
            {
                db.Add(ViewStore.Update(view with { Query = query, UpdatedAt = db.Scope.Now, Version = view.Version + 1 }));
            }
        }
    }

    private static Func<string, Func<string, bool>, string, string?> ValueOf(string field) =>
        (query, isOld, name) => QueryRenaming.OfValue(query, field, value => isOld(value.Text) && (value.IsQuoted || !IsWord(field, value.Text)), name);

    private static bool IsWord(string field, string text) => TaskQueryFields.Find(field)!.WordOf(text) is not null;
}
