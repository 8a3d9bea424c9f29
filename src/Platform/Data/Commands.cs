using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Waymark.Platform.Http;
using Waymark.Platform.Http.Idempotency;
using Waymark.Platform.Messaging.Idempotency;

namespace Waymark.Platform.Data;

/// <summary>How a command is carried through: decided on fresh rows, saved with its answer.</summary>
public static class Commands
{
    private const int MaxAttempts = 4;

    /// <summary>
    /// Runs a command that loads, decides and saves. When somebody else changed the same rows meanwhile it is decided anew on
    /// the new state, three times at most; then the clash is answered with 409 <c>concurrent_change</c>.
    /// </summary>
    public static async Task<TResult> DecideAsync<TResult>(this ServiceDbContext db, Func<Task<TResult>> decide)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await decide();
            }
            catch (Exception fault) when (attempt < MaxAttempts && IsClash(fault))
            {
                db.StartOver();
            }
        }
    }

    /// <summary>Saves; where the caller sent an <c>Idempotency-Key</c>, the answer is kept for repeats in the same transaction.</summary>
    public static Task<TAnswer> CommitAsync<TAnswer>(this ServiceDbContext db, TAnswer answer, CancellationToken ct)
        where TAnswer : IStorableAnswer => CommitAsync(db, answer, ending: null, ct);

    /// <summary>The same at the end of a transaction, which it commits.</summary>
    public static async Task<TAnswer> CommitAsync<TAnswer>(this ServiceDbContext db, TAnswer answer, SaveTransaction? ending, CancellationToken ct)
        where TAnswer : IStorableAnswer
    {
        if (db.Scope.Request.Idempotency is not { } key)
        {
            await db.SaveAsync(ending, ct);
            return answer;
        }

        // What is written directly is one batch, and so a transaction already.
        await using var own = ending is null && !db.WritesDirectly ? await db.BeginAsync(ct) : null;
        await db.KeepAsync(RecordOf(key, answer, db.ChangeId), ct);
        try
        {
            await db.SaveAsync(own ?? ending, ct);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: "23505", ConstraintName: "idempotency_pkey" })
        {
            throw new IdempotencyKeyTakenException(fault);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: "55P03" })
        {
            throw new IdempotencyKeyBusyException(fault);
        }

        return answer;
    }

    private static IdempotencyRecord RecordOf(IdempotencyKey key, IStorableAnswer answer, Guid changeId)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Change-Id"] = changeId.ToString() };
        if (answer.Location is not null)
        {
            headers["Location"] = answer.Location;
        }

        if (answer.Version is { } version)
        {
            headers["ETag"] = EntityTags.Format(version);
        }

        return new IdempotencyRecord
        {
            Principal = key.Principal,
            Route = key.Route,
            Key = key.Key,
            Fingerprint = key.Fingerprint,
            HttpStatus = (short)answer.Status,
            Headers = JsonSerializer.Serialize(headers),
            Body = answer.Body(Json.Plain),
        };
    }

    /// <summary>A version that has moved on, a unique place that was taken, something that a new row hangs on and that is gone, or a deadlock that the database resolved.</summary>
    private static bool IsClash(Exception fault) => fault switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: PostgresException { SqlState: "23505" or "23503" or "40P01" or "40001" } } => true,
        // A statement of the slice's own, before the save.
        PostgresException { SqlState: "23503" or "40P01" or "40001" } => true,
        _ => false,
    };
}
