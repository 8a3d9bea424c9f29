using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using Waymark.Platform.Security;

namespace Waymark.ActivityLog.Recording;

/// <summary>A person's data key, encrypted; deleting the row makes all that the person did unreadable for ever.</summary>
internal sealed class PersonKey
{
    public required Guid PersonId { get; init; }

    public required byte[] WrappedKey { get; init; }
}

/// <summary>
/// The keys under which payloads are encrypted, one for each acting person; what nobody did has the key of the empty id. Kept
/// in memory for a while, so that an erased person's payloads are unreadable within ten minutes in every process.
/// </summary>
internal sealed class PersonKeys(SecretProtector protector) : IDisposable
{
    private const int KeyLength = 32;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>The keys of these people; one that has none is left out.</summary>
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

        return keys;
    }

    public void Dispose() => _known.Dispose();

    private static SecretPlace PlaceOf(Guid person) => new("person_key", "wrapped_key", person);

    private async Task<List<(Guid Person, byte[] Key)>> ReadAsync(ServiceDbContext db, List<Guid> people, CancellationToken ct)
    {
        await using var command = await db.CommandAsync("select person_id, wrapped_key from person_key where person_id = any(@people)", ct);
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
