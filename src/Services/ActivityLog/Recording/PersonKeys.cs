using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using Waymark.Platform.Security;

namespace Waymark.ActivityLog.Recording;

/// <summary>A person's data key, encrypted; emptying it makes all that is recorded of the person unreadable for ever.</summary>
internal sealed class PersonKey
{
    public required Guid PersonId { get; init; }

    public required byte[] WrappedKey { get; init; }
}

/// <summary>
/// The keys under which payloads are encrypted, one for each person (<see cref="OwnerOf"/>); what nobody did has the key of the
/// empty id. Kept in memory for a while, so that an erased person's payloads are unreadable within ten minutes in every process.
/// </summary>
internal sealed class PersonKeys(SecretProtector protector) : IDisposable
{
    private const int KeyLength = 32;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>
    /// Under whose key an event is recorded: what is about a person under theirs, whoever did it, everything else under the
    /// key of the one who did it.
    /// </summary>
    public static Guid OwnerOf(string eventKey, Guid? actorId) =>
        eventKey.Split(':') is ["user" or "profile" or "workspace", var id] && Guid.TryParse(id, out var personId) ? personId : actorId ?? Guid.Empty;

    /// <summary>Empties a person's key. The row stays, so that nobody makes a new one for what comes late.</summary>
    public static async Task EraseAsync(ServiceDbContext db, Guid person, CancellationToken ct)
    {
        await using var erase = await db.CommandAsync(
            "insert into person_key (person_id, wrapped_key) values ($1, '') on conflict (person_id) do update set wrapped_key = ''", ct);
        erase.Parameters.With(person);
        await erase.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Those of these people who are erased.</summary>
    public static async Task<HashSet<Guid>> ErasedAmongAsync(ServiceDbContext db, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        await using var ask = await db.CommandAsync("select person_id from person_key where person_id = any($1) and wrapped_key = ''", ct);
        ask.Parameters.With(people.ToArray());
        await using var row = await ask.ExecuteReaderAsync(ct);
        var erased = new HashSet<Guid>();
        while (await row.ReadAsync(ct))
        {
            erased.Add(row.GetGuid(0));
        }

        return erased;
    }

    /// <summary>Drops an erased key from memory.</summary>
    public void Forget(Guid person) => _known.Remove(person);

    /// <summary>The keys of these people; one that has none, or none any more, is left out.</summary>
    public async Task<Dictionary<Guid, byte[]>> FindAsync(ServiceDbContext db, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var keys = new Dictionary<Guid, byte[]>();
        var unknown = new List<Guid>();
        foreach (var person in people)
        {
            if (_known.TryGetValue(person, out byte[]? key))
            {
                keys[person] = key!;
            }
            else
            {
                unknown.Add(person);
            }
        }

        if (unknown.Count > 0)
        {
            foreach (var (person, key) in await ReadAsync(db, unknown, ct))
            {
                keys[person] = _known.Set(person, key, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });
            }
        }

        return keys;
    }

    /// <summary>The keys of these people, made where they are missing. A new one is remembered only once it has been read back committed.</summary>
    public async Task<Dictionary<Guid, byte[]>> FindOrMakeAsync(ServiceDbContext db, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var keys = await FindAsync(db, people, ct);
        var missing = people.Where(p => !keys.ContainsKey(p)).Order().ToList();
        if (missing.Count == 0)
        {
            return keys;
        }

        await using (var insert = await db.CommandAsync(
            "insert into person_key (person_id, wrapped_key) select * from unnest($1::uuid[], $2::bytea[]) on conflict do nothing", ct))
        {
            insert.AddArray(missing, p => p);
            insert.AddArray(missing, p => protector.Protect(RandomNumberGenerator.GetBytes(KeyLength), PlaceOf(p)));
            await insert.ExecuteNonQueryAsync(ct);
        }

        foreach (var (person, key) in await ReadAsync(db, missing, ct))
        {
            keys[person] = key;
        }

        foreach (var erased in missing.Where(p => !keys.ContainsKey(p)))
        {
            // What comes late of an erased person is recorded, under a key that nobody keeps.
            keys[erased] = RandomNumberGenerator.GetBytes(KeyLength);
        }

        return keys;
    }

    public void Dispose() => _known.Dispose();

    private static SecretPlace PlaceOf(Guid person) => new("person_key", "wrapped_key", person);

    private async Task<List<(Guid Person, byte[] Key)>> ReadAsync(ServiceDbContext db, List<Guid> people, CancellationToken ct)
    {
        await using var command = await db.CommandAsync("select person_id, wrapped_key from person_key where person_id = any(@people) and wrapped_key <> ''", ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("people", [.. people]));
        await using var row = await command.ExecuteReaderAsync(ct);
        var keys = new List<(Guid, byte[])>();
        while (await row.ReadAsync(ct))
        {
            var person = row.GetGuid(0);
            keys.Add((person, protector.Unprotect(row.GetFieldValue<byte[]>(1), PlaceOf(person))));
        }

        return keys;
    }
}
