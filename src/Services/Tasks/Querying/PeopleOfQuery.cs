using Npgsql;
using Waymark.Contracts.Users;
using Waymark.Querying.Fields;
using Waymark.Querying.Syntax;

namespace Waymark.Tasks.Querying;

/// <summary>
/// The people whom a query may name: those who share a project with the caller, so that nobody's address can be probed. They
/// are asked for only when a query names somebody, and then once.
/// </summary>
internal sealed class PeopleOfQuery(TasksDbContext db, IUserDirectory directory)
{
    private const int Most = 5_000;

    private const string Query =
        $"""
        with mine as ({AccessSql.VisibleProjects})
        select user_id from project_member where project_id in (select id from mine)
        union
        select m.user_id from workspace_manager m join project p on p.workspace_id = m.workspace_id where p.id in (select id from mine)
        limit @most
        """;

    public async Task<IReadOnlyList<DirectoryUser>> FindAsync(
        SyntaxQuery query, IReadOnlyList<Field> custom, Guid callerId, CancellationToken ct) =>
        query.Comparisons().Any(c => NamesSomebody(c, custom)) ? await directory.FindAsync(await ColleaguesAsync(callerId, ct), ct) : [];

    private static bool NamesSomebody(SyntaxComparison comparison, IReadOnlyList<Field> custom) =>
        FieldOf(comparison.Name, custom)?.Type is FieldType.Person or FieldType.People
        && comparison.Operands.Any(o => !Guid.TryParse(o.Text, out _) && (o.IsQuoted || !o.Text.Equals("me", StringComparison.OrdinalIgnoreCase)));

    private static Field? FieldOf(SyntaxName name, IReadOnlyList<Field> custom) => name.IsCustom
        ? custom.FirstOrDefault(f => LabelNames.Fold(f.Name) == LabelNames.Fold(name.Text))
        : TaskQueryFields.Find(name.Text);

    private async Task<List<Guid>> ColleaguesAsync(Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<int>("most", Most));
        await using var row = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await row.ReadAsync(ct))
        {
            ids.Add(row.GetGuid(0));
        }

        return ids;
    }
}
