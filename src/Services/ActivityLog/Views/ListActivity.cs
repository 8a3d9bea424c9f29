using Npgsql;
using Waymark.ActivityLog.Recording;

namespace Waymark.ActivityLog.Views;

/// <summary>One recorded event. <paramref name="Changes"/> is null for events that name none, and for what an erased person did.</summary>
public sealed record ActivityResponse(Guid Id, string Type, DateTimeOffset At, Guid? ActorId, Guid? WorkspaceId, Guid? ProjectId, Guid? TaskId,
    FieldChanges? Changes);

/// <summary>What happened, newest first: in a project, to a task, or everything that is the caller's own or the caller may see.</summary>
internal static class ListActivity
{
    private const string Columns = "e.id, e.type, e.at, e.actor_id, e.workspace_id, e.project_id, e.task_id, e.payload, e.partition_key";
    private const string Order = "order by e.at desc, e.id desc limit @limit";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/activity", HandleAsync).RequirePermission(Permissions.ActivityRead)
            .WithName(nameof(ListActivity)).WithSummary("What happened in a project, to a task, or around the caller");

    private static async Task<Results<Answer<Page<ActivityResponse>>, Problem>> HandleAsync(
        [AsParameters] ActivityQuery query, Caller caller, ActivityLogDbContext db, ActivityRights rights, PersonKeys keys, CancellationToken ct)
    {
        if (PageLimit.Check(query.Limit, out var limit) is { } wrongLimit)
        {
            return wrongLimit;
        }

        var (conditions, parameters, wrong) = query.Read();
        if (wrong is not null)
        {
            return wrong;
        }

        await using var command = await db.CommandAsync(Sql(query, conditions), ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", caller.Id));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit + 1));
        parameters.ForEach(p => command.Parameters.Add(p));
        var rows = await ReadAsync(command, ct);
        if (rows.Count == 0 && query.Cursor is null)
        {
            // Either nothing happened, or the caller may not see it, or this service has not heard that the caller may.
            if (await rights.CheckAsync(query, caller.Id, ct) is { } refused)
            {
                return refused;
            }

            rows = await ReadAsync(command, ct);
        }

        var items = await ResponsesAsync(db, keys, rows, ct);
        return Answers.Ok(Page<ActivityResponse>.Of(items, limit, e => new Cursor(ActivityQuery.Sort, InstantConverter.Format(e.At), e.Id).ToString()));
    }

    private static string Sql(ActivityQuery query, List<string> conditions)
    {
        var all = string.Concat(conditions.Select(c => " and " + c));
        return query.ProjectId is not null || query.TaskId is not null
            ? $"select {Columns} from activity_entry e join project p on p.id = e.project_id {AccessSql.Joins} where {AccessSql.Visible}{all} {Order}"
            : $"""
              select {Columns} from (
                  (select e.* from activity_entry e where e.actor_id = @caller{all} {Order})
                  union all
                  (select e.* from ({AccessSql.VisibleProjects}) v cross join lateral (
                      select * from activity_entry e
                      where e.project_id = v.id and e.actor_id is distinct from @caller{all} {Order}) e)) e
              {Order}
              """;
    }

    private static async Task<List<Row>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await row.ReadAsync(ct))
        {
            var entry = new ActivityResponse(row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), Id(row, 3), Id(row, 4),
                Id(row, 5), Id(row, 6), null);
            rows.Add(new Row(entry, row.GetFieldValue<byte[]>(7), PersonKeys.OwnerOf(row.GetString(8), entry.ActorId)));
        }

        return rows;
    }

    private static async Task<List<ActivityResponse>> ResponsesAsync(
        ActivityLogDbContext db, PersonKeys keys, List<Row> rows, CancellationToken ct)
    {
        var keyOf = await keys.FindAsync(db, [.. rows.SelectMany(r => r.KeyOwners).Distinct()], ct);
        var entries = rows.ConvertAll(r => r.Entry with { Changes = Read(r, keyOf) is { } data ? RecordedPayload.ChangesIn(data) : null });
        return await ErasedMentions.HideAsync(db, entries, ct);
    }

    private static byte[]? Read(Row row, Dictionary<Guid, byte[]> keyOf) =>
        row.KeyOwners.Select(owner => keyOf.TryGetValue(owner, out var key) ? PayloadCipher.Decrypt(row.Payload, key, row.Entry.Id) : null)
            .FirstOrDefault(data => data is not null);

    private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private sealed record Row(ActivityResponse Entry, byte[] Payload, Guid KeyOwner)
    {
        /// <summary>Early entries about a person were written under the key of whoever acted.</summary>
        public IEnumerable<Guid> KeyOwners => [KeyOwner, Entry.ActorId ?? Guid.Empty];
    }
}
