using Microsoft.EntityFrameworkCore;
using Npgsql;
using Waymark.Platform.Http;

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
            catch (DbUpdateException fault) when (attempt < MaxAttempts && IsClash(fault))
            {
                db.StartOver();
            }
        }
    }

    /// <summary>Saves, keeping the answer for a repeat with the same <c>Idempotency-Key</c> in the same transaction.</summary>
    public static async Task<TAnswer> CommitAsync<TAnswer>(this ServiceDbContext db, TAnswer answer, CancellationToken ct)
        where TAnswer : IStorableAnswer
    {
        await db.SaveChangesAsync(ct);
        return answer;
    }

    /// <summary>A version that has moved on, a unique place that was taken, or a deadlock that the database resolved.</summary>
    private static bool IsClash(DbUpdateException fault) =>
        fault is DbUpdateConcurrencyException || fault.InnerException is PostgresException { SqlState: "23505" or "40P01" or "40001" };
}
