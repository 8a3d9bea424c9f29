using Npgsql;
using Waymark.Querying;
using Waymark.Querying.Checking;
using Waymark.Querying.Tree;

namespace Waymark.Tasks.Querying;

/// <summary>
/// The statuses and projects that a query names and that only the data knows. They are looked up in the round trip that reads
/// the tasks: a name that none of the caller's projects knows is a fault, not an empty list.
/// </summary>
internal sealed class QueryReferences
{
    /// <summary>What of the names is unknown, and what is known instead.</summary>
    public const string Sql =
        $"""
        with mine as (select p.id, p.workflow from project p {AccessSql.Joins} where {AccessSql.Visible}),
        state as (select distinct s ->> 'key' as key from mine cross join json_array_elements(mine.workflow::json) s where @statuses <> '{"{}"}')
        select
            array(select n from unnest(@statuses) n where n not in (select key from state)),
            array(select n from unnest(@projectKeys) n
                  where not exists (select from mine join project_key k on k.project_id = mine.id where k.key = n)),
            array(select n from unnest(@projectIds) n where n not in (select id from mine)),
            array(select key from state where key is not null)
        """;

    private readonly List<QueryReference> _references;

    public QueryReferences(IEnumerable<QueryReference> references) =>
        _references = [.. references.Where(r => r.Field.Name == "project" || r.Operand is ChoiceOperand)];

    public bool AreNone => _references.Count == 0;

    public IEnumerable<NpgsqlParameter> Parameters =>
    [
        new NpgsqlParameter<string[]>("statuses", [.. _references.Select(r => r.Operand).OfType<ChoiceOperand>().Select(o => o.Key)]),
        new NpgsqlParameter<string[]>("projectKeys", [.. _references.Select(r => r.Operand).OfType<KeyOperand>().Select(o => o.Key)]),
        new NpgsqlParameter<Guid[]>("projectIds", [.. _references.Select(r => r.Operand).OfType<IdOperand>().Select(o => o.Id)]),
    ];

    /// <summary>The fault of the first name that is unknown; null when all are known.</summary>
    public QueryFault? FaultIn(NpgsqlDataReader row)
    {
        var (statuses, keys, ids, known) =
            (row.GetFieldValue<string[]>(0), row.GetFieldValue<string[]>(1), row.GetFieldValue<Guid[]>(2), row.GetFieldValue<string[]>(3));
        foreach (var (_, operand, position) in _references.OrderBy(r => r.Position))
        {
            switch (operand)
            {
                case ChoiceOperand status when statuses.Contains(status.Key):
                    var near = NearNames.Of(status.Key, known);
                    return new QueryFault(
                        position,
                        $"None of your projects has the status \"{status.Key}\".{(near.Count > 0 ? $" Did you mean {string.Join(" or ", near)}?" : "")}",
                        [.. near.Count > 0 ? near : known]);
                case KeyOperand key when keys.Contains(key.Key):
                    return new QueryFault(position, $"None of your projects has the key {key.Key}.", ["the key of a project", "an id"]);
                case IdOperand id when ids.Contains(id.Id):
                    return new QueryFault(position, "None of your projects has this id.", ["the key of a project", "an id"]);
            }
        }

        return null;
    }
}
