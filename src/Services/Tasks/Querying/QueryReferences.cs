using Npgsql;
using Waymark.Querying;
using Waymark.Querying.Checking;
using Waymark.Querying.Fields;
using Waymark.Querying.Tree;

namespace Waymark.Tasks.Querying;

/// <summary>
/// The statuses, projects, milestones and cycles that a query names and that only the data knows. They are looked up in the round trip that reads
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
            array(select key from state where key is not null),
            array(select n from unnest(@milestones) n
                  where not exists (select from project_milestone m join mine on mine.id = m.project_id where m.folded = n and not m.is_gone)),
            array(select n from unnest(@milestoneIds) n
                  where not exists (select from project_milestone m join mine on mine.id = m.project_id where m.id = n and not m.is_gone)),
            array(select distinct m.folded from project_milestone m join mine on mine.id = m.project_id
                  where not m.is_gone and @milestones <> '{"{}"}' order by m.folded limit 200),
            array(select n from unnest(@types) n
                  where not exists (select from project_type y join mine on mine.id = y.project_id where n = any(y.keys))),
            array(select n from unnest(@cycles) n where not exists (select from cycle c join mine on mine.id = c.project_id where c.folded = n)),
            array(select n from unnest(@cycleIds) n where not exists (select from cycle c join mine on mine.id = c.project_id where c.id = n)),
            array(select distinct c.folded from cycle c join mine on mine.id = c.project_id where @cycles <> '{"{}"}' order by c.folded limit 200)
        """;

    private const string Project = "project";
    private const string Milestone = "milestone";
    private const string Cycle = "cycle";
    private const string Status = "status";
    private const string Type = "type";

    private readonly List<QueryReference> _references;

    public QueryReferences(IEnumerable<QueryReference> references) =>
        _references = [.. references.Where(r => r.Field.Name is Project or Milestone or Cycle || r.Operand is ChoiceOperand)];

    public bool AreNone => _references.Count == 0;

    public IEnumerable<NpgsqlParameter> Parameters =>
    [
        new NpgsqlParameter<string[]>("statuses", ChoicesOf(Status)),
        new NpgsqlParameter<string[]>("types", ChoicesOf(Type)),
        new NpgsqlParameter<string[]>("projectKeys", KeysOf(Project)),
        new NpgsqlParameter<Guid[]>("projectIds", IdsOf(Project)),
        new NpgsqlParameter<string[]>("milestones", KeysOf(Milestone)),
        new NpgsqlParameter<Guid[]>("milestoneIds", IdsOf(Milestone)),
        new NpgsqlParameter<string[]>("cycles", KeysOf(Cycle)),
        new NpgsqlParameter<Guid[]>("cycleIds", IdsOf(Cycle)),
    ];

    /// <summary>The fault of the first name that is unknown; null when all are known.</summary>
    public QueryFault? FaultIn(NpgsqlDataReader row)
    {
        string[] TextsAt(int column) => row.GetFieldValue<string[]>(column);
        var unknown = (Statuses: TextsAt(0), Keys: TextsAt(1), Ids: row.GetFieldValue<Guid[]>(2), Milestones: TextsAt(4), MilestoneIds: row.GetFieldValue<Guid[]>(5));
        foreach (var (field, operand, position) in _references.OrderBy(r => r.Position))
        {
            switch (operand)
            {
                case ChoiceOperand type when field.Name == Type && TextsAt(7).Contains(type.Key):
                    return new QueryFault(position, $"None of your projects has the type \"{type.Key}\".", [.. field.Choices, "the key of a type"]);
                case ChoiceOperand status when field.Name == Status && unknown.Statuses.Contains(status.Key):
                    return Unknown(position, field, status.Key, TextsAt(3), []);
                case KeyOperand name when field.Name == Milestone && unknown.Milestones.Contains(name.Key):
                    return Unknown(position, field, name.Key, TextsAt(6), ["the name of a milestone", "an id"]);
                case IdOperand id when field.Name == Milestone && unknown.MilestoneIds.Contains(id.Id):
                    return new QueryFault(position, "None of your projects has a milestone of this id.", ["the name of a milestone", "an id"]);
                case KeyOperand name when field.Name == Cycle && TextsAt(8).Contains(name.Key):
                    return Unknown(position, field, name.Key, TextsAt(10), [.. field.Words, "the name of a cycle", "an id"]);
                case IdOperand id when field.Name == Cycle && row.GetFieldValue<Guid[]>(9).Contains(id.Id):
                    return new QueryFault(position, "None of your projects has a cycle of this id.", [.. field.Words, "the name of a cycle", "an id"]);
                case KeyOperand key when field.Name == Project && unknown.Keys.Contains(key.Key):
                    return new QueryFault(position, $"None of your projects has the key {key.Key}.", ["the key of a project", "an id"]);
                case IdOperand id when field.Name == Project && unknown.Ids.Contains(id.Id):
                    return new QueryFault(position, "None of your projects has this id.", ["the key of a project", "an id"]);
            }
        }

        return null;
    }

    private static QueryFault Unknown(int position, Field field, string given, string[] known, string[] otherwise)
    {
        var near = NearNames.Of(given, known);
        var advice = near.Count > 0 ? $" Did you mean {string.Join(" or ", near)}?" : given == "none" ? $" For none write {field} is empty." : "";
        return new QueryFault(position, $"None of your projects has the {field} \"{given}\".{advice}", [.. near.Count > 0 ? near : known, .. otherwise]);
    }

    private string[] ChoicesOf(string field) => [.. OperandsOf(field).OfType<ChoiceOperand>().Select(o => o.Key)];

    private string[] KeysOf(string field) => [.. OperandsOf(field).OfType<KeyOperand>().Select(o => o.Key)];

    private Guid[] IdsOf(string field) => [.. OperandsOf(field).OfType<IdOperand>().Select(o => o.Id)];

    private IEnumerable<Operand> OperandsOf(string field) => _references.Where(r => r.Field.Name == field).Select(r => r.Operand);
}
