using Npgsql;
using NpgsqlTypes;
using Waymark.Platform.Data;

namespace Waymark.Platform.Messaging.Sagas;

/// <summary>A saga as operations see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Which saga.</param>
/// <param name="Key">What it is about.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Step">The step at hand, or the last one.</param>
/// <param name="IsStuck">Whether it stands still until its events come or somebody resumes it.</param>
/// <param name="Reason">Why it is stuck, undoes its steps, or tries again.</param>
/// <param name="Attempts">How often the act at hand has failed.</param>
/// <param name="Received">The events that have come.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="UpdatedAt">When it last moved.</param>
/// <param name="DueAt">When it is looked at again; null while it only waits.</param>
/// <param name="StateJson">What it remembers, as JSON: for its own service, not for showing.</param>
public sealed record SagaView(Guid Id, string Type, string Key, SagaStatus Status, string Step, bool IsStuck, string? Reason, int Attempts,
    IReadOnlyList<string> Received, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, DateTimeOffset? DueAt, string StateJson);

/// <summary>Looks at the sagas of any service, and lets stuck ones go on.</summary>
public sealed class SagaBox(ServiceDatabases databases, DeliverySignals signals)
{
    private const string Columns = "id, type, key, status, step, is_stuck, reason, attempts, received, started_at, updated_at, due_at, state::text";

    private const string OpenSql =
        $"""
        select {Columns} from msg.saga
        where status < 2 and (not $1 or is_stuck) and ($2::timestamptz is null or (started_at, id) > ($2, $3))
        order by started_at, id limit $4
        """;

    private const string FindSql = $"select {Columns} from msg.saga where id = $1";

    /// <summary>A step that waits for answers asks again; an undoing is tried again.</summary>
    private const string ResumeSql =
        """
        update msg.saga set is_stuck = false, reason = null, attempts = 0, due_at = now(), updated_at = now(), version = version + 1, act_id = $2,
          done = case when status = 0 then array_remove(done, step) else done end
        where id = $1 and is_stuck
        """;

    private const string ResumedSql = "select count(*) from msg.saga where id = $1 and act_id = $2";

    /// <summary>The sagas of a service that have not ended, the oldest first.</summary>
    /// <param name="service">Whose.</param>
    /// <param name="onlyStuck">Whether to leave out those that go on by themselves.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">Beginning and id of the last one of the page before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<SagaView>> ListOpenAsync(string service, bool onlyStuck, int limit, (DateTimeOffset StartedAt, Guid Id)? after, CancellationToken ct)
    {
        await using var list = databases.Api(service).CreateCommand(OpenSql);
        list.Parameters.With(onlyStuck).With(after?.StartedAt, NpgsqlDbType.TimestampTz).With(after?.Id, NpgsqlDbType.Uuid).With(limit);
        return await ReadAsync(list, ct);
    }

    /// <summary>One saga, ended or not; ended ones are kept as long as applied events.</summary>
    public async Task<SagaView?> FindAsync(string service, Guid id, CancellationToken ct)
    {
        await using var find = databases.Api(service).CreateCommand(FindSql);
        find.Parameters.With(id);
        return await ReadAsync(find, ct) is [var saga] ? saga : null;
    }

    /// <summary>Lets a stuck saga go on with the step at hand.</summary>
    /// <param name="service">Whose.</param>
    /// <param name="id">The saga.</param>
    /// <param name="actId">The act of operations by which it goes on.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it was stuck.</returns>
    public async Task<bool> ResumeAsync(string service, Guid id, Guid actId, CancellationToken ct)
    {
        await using var resume = databases.Api(service).CreateCommand(ResumeSql);
        resume.Parameters.With(id).With(actId);
        var resumed = await resume.ExecuteNonQueryAsync(ct) == 1;
        signals.SagasOf(service).Set();
        return resumed;
    }

    /// <summary>Whether it was this act that let a saga go on, asked when nobody knows any more.</summary>
    public async Task<bool> WasResumedAsync(string service, Guid id, Guid actId, CancellationToken ct)
    {
        await using var ask = databases.Api(service).CreateCommand(ResumedSql);
        ask.Parameters.With(id).With(actId);
        return (long)(await ask.ExecuteScalarAsync(ct))! > 0;
    }

    private static async Task<IReadOnlyList<SagaView>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var sagas = new List<SagaView>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            sagas.Add(new SagaView(
                row.GetGuid(0), row.GetString(1), row.GetString(2), (SagaStatus)row.GetInt16(3), row.GetString(4), row.GetBoolean(5),
                row.IsDBNull(6) ? null : row.GetString(6), row.GetInt32(7), row.GetFieldValue<string[]>(8), row.GetFieldValue<DateTimeOffset>(9),
                row.GetFieldValue<DateTimeOffset>(10), row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11), row.GetString(12)));
        }

        return sagas;
    }
}
