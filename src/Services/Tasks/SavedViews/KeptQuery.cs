using Npgsql;
using Waymark.Contracts.Users;
using Waymark.Querying;
using Waymark.Tasks.Listing;
using Waymark.Tasks.Querying;

namespace Waymark.Tasks.SavedViews;

/// <summary>Looks at the query that a view keeps, in the transaction that saves it.</summary>
internal sealed class KeptQuery(TasksDbContext db, IUserDirectory directory)
{
    /// <summary>
    /// What is wrong with the query of a view; null when nothing is. People, whom another service knows, are looked up first; the other
    /// names then, behind a lock that keeps them from changing until the view is saved.
    /// </summary>
    public async Task<Problem?> FaultInAsync(SavedView view, Guid callerId, CancellationToken ct)
    {
        var parsed = QueryLanguage.Parse(view.Query);
        if (parsed.Query is not { } syntax)
        {
            return QueriedList.Invalid(parsed.Fault!);
        }

        var list = new TaskFilterQuery { ProjectId = view.ProjectId is { } id ? [id.ToString()] : null };
        var (custom, _) = await CustomFieldsOfQuery.ReadAsync(db, list, syntax, needsFields: false, callerId, ct);
        var people = await new PeopleOfQuery(db, directory).FindAsync(syntax, custom, callerId, ct);
        await ViewNames.HoldAsync(db, view.WorkspaceId, ct);
        (custom, _) = await CustomFieldsOfQuery.ReadAsync(db, list, syntax, needsFields: false, callerId, ct);
        var reading = QueryLanguage.Check(syntax, TaskCatalogue.Of(people, custom));
        return (reading.Fault ?? await UnknownAsync(new QueryReferences(reading.References), callerId, ct)) is { } fault ? QueriedList.Invalid(fault) : null;
    }

    /// <summary>The fault of the first status, type, project, milestone or cycle that none of the caller's projects knows.</summary>
    private async Task<QueryFault?> UnknownAsync(QueryReferences references, Guid callerId, CancellationToken ct)
    {
        if (references.AreNone)
        {
            return null;
        }

        await using var command = await db.CommandAsync(QueryReferences.Sql, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.AddRange(references.Parameters.ToArray());
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return references.FaultIn(row);
    }
}
