using Npgsql;
using NpgsqlTypes;
using Waymark.Platform.Data;

namespace Waymark.Platform.Messaging.Idempotency;

/// <summary>Finds finished answers; they are written by the save of the command's own context.</summary>
public sealed class IdempotencyStore(ServiceDatabases databases)
{
    /// <summary>How long a repeat waits for the first request with the same key; holds for the current transaction.</summary>
    internal const string LimitWait = "select set_config('lock_timeout', '5s', true)";

    private const string FindSql =
        """
        select fingerprint, http_status, headers::text, body from msg.idempotency
        where principal = $1 and route = $2 and key = $3 and expires_at > now()
        """;

    private const string ForgetSql =
        "delete from msg.idempotency where principal = $1 and route = $2 and key = $3 and expires_at <= now()";

    private const string InsertSql =
        """
        insert into msg.idempotency (principal, route, key, fingerprint, http_status, headers, body)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    /// <summary>The statement that keeps an answer.</summary>
    internal static NpgsqlBatchCommand Insert(IdempotencyRecord answer)
    {
        var insert = new NpgsqlBatchCommand(InsertSql);
        insert.Parameters.With(answer.Principal).With(answer.Route).With(answer.Key).With(answer.Fingerprint).With(answer.HttpStatus)
            .With(answer.Headers, NpgsqlDbType.Jsonb).With(answer.Body, NpgsqlDbType.Bytea);
        return insert;
    }

    /// <summary>The answer that a key already has, or null.</summary>
    public async Task<IdempotencyRecord?> FindAsync(string service, string principal, string route, string key, CancellationToken ct)
    {
        await using var find = Command(service, FindSql, principal, route, key);
        await using var reader = await find.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return null;
        }

        return new IdempotencyRecord
        {
            Principal = principal,
            Route = route,
            Key = key,
            Fingerprint = reader.GetFieldValue<byte[]>(0),
            HttpStatus = reader.GetInt16(1),
            Headers = reader.IsDBNull(2) ? null : reader.GetString(2),
            Body = reader.IsDBNull(3) ? null : reader.GetFieldValue<byte[]>(3),
        };
    }

    /// <summary>Frees a key whose time is over but which housekeeping has not come to: for a command that just failed on it.</summary>
    public async Task<bool> ForgetExpiredAsync(string service, string principal, string route, string key, CancellationToken ct)
    {
        await using var forget = Command(service, ForgetSql, principal, route, key);
        return await forget.ExecuteNonQueryAsync(ct) > 0;
    }

    private NpgsqlCommand Command(string service, string sql, string principal, string route, string key)
    {
        var command = databases.Api(service).CreateCommand(sql);
        command.Parameters.Add(new() { Value = principal });
        command.Parameters.Add(new() { Value = route });
        command.Parameters.Add(new() { Value = key });
        return command;
    }
}
