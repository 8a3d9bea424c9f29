using Microsoft.EntityFrameworkCore;
using Npgsql;
using Waymark.Platform.Messaging.Idempotency;
using Waymark.Platform.Tests.Messaging.Rig;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Messaging;

public sealed class IdempotencyStoreTests(TestPostgres postgres)
{
    [Fact]
    public async Task An_answer_commits_with_its_command_and_a_repeat_fails_on_its_key()
    {
        await using var pools = TestPostgres.Pools(await postgres.CreateDatabaseAsync<SourceDbContext>("source"));
        var store = new IdempotencyStore(pools);
        await CommandAsync();
        var found = await store.FindAsync("source", "", "POST /api/x", "k", CancellationToken.None);
        Assert.Equal((short)201, found!.HttpStatus);
        Assert.Equal("{\"etag\": \"1\"}", found.Headers);
        Assert.Equal([1, 2], found.Body!);

        var clash = await Assert.ThrowsAsync<DbUpdateException>(CommandAsync);
        Assert.Equal(PostgresErrorCodes.UniqueViolation, Assert.IsType<PostgresException>(clash.InnerException).SqlState);
        await using var db = TestPostgres.Context<SourceDbContext>(pools, "source");
        Assert.Single(await db.Counters.ToListAsync());
        Assert.Null(await store.FindAsync("source", "somebody", "POST /api/x", "k", CancellationToken.None));

        Assert.False(await store.ForgetExpiredAsync("source", "", "POST /api/x", "k", CancellationToken.None));
        await db.Database.ExecuteSqlRawAsync("update msg.idempotency set expires_at = now()");
        Assert.Null(await store.FindAsync("source", "", "POST /api/x", "k", CancellationToken.None));
        Assert.True(await store.ForgetExpiredAsync("source", "", "POST /api/x", "k", CancellationToken.None));

        async Task CommandAsync()
        {
            await using var context = TestPostgres.Context<SourceDbContext>(pools, "source");
            context.Add(new Counter { Id = Guid.CreateVersion7() });
            context.Add(new IdempotencyRecord
            {
                Principal = "",
                Route = "POST /api/x",
                Key = "k",
                Fingerprint = [7],
                HttpStatus = 201,
                Headers = "{\"etag\":\"1\"}",
                Body = [1, 2],
            });
            await context.SaveChangesAsync();
        }
    }
}
