using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Security;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Identity.Keys;

/// <summary>
/// The keys that sign access tokens. Time is cut into slots of 30 days and every slot has one key, made by whichever process
/// comes first: a day before its slot begins, so that all who verify tokens know it by then. It stays published for a day
/// after its slot, much longer than any token lives.
/// </summary>
internal sealed class SigningKeyRing(IServiceScopeFactory scopes, SecretProtector secrets, TimeProvider clock) : ISigningKeys, IDisposable
{
    public static readonly TimeSpan SlotLength = TimeSpan.FromDays(30);
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile Dictionary<int, SigningKey> _bySlot = [];
    private volatile Dictionary<string, SigningKey> _byId = new(StringComparer.Ordinal);

    /// <summary>The published keys, newest slot first.</summary>
    public IEnumerable<SigningKey> Published => _bySlot.OrderByDescending(k => k.Key).Select(k => k.Value);

    public SigningKey? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The key that signs now.</summary>
    public async ValueTask<SigningKey> CurrentAsync(CancellationToken ct)
    {
        if (_bySlot.TryGetValue(SlotOf(clock.GetUtcNow()), out var known))
        {
            return known;
        }

        await TurnAsync(ct);
        return _bySlot[SlotOf(clock.GetUtcNow())];
    }

    /// <summary>Makes the keys that are due, forgets the ones that are over, and reads what other processes made.</summary>
    public async Task TurnAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
            var now = clock.GetUtcNow();
            var (oldest, newest) = (SlotOf(now - Overlap), SlotOf(now + Overlap));
            var stored = await ReadAsync(db, oldest, ct);
            var due = Enumerable.Range(SlotOf(now), newest - SlotOf(now) + 1).Where(slot => stored.All(k => k.Slot != slot)).ToList();
            if (due.Count > 0)
            {
                foreach (var slot in due)
                {
                    await MakeAsync(db, slot, ct);
                }

                await db.SigningKeys.Where(k => k.Slot < oldest).ExecuteDeleteAsync(ct);
                stored = await ReadAsync(db, oldest, ct);
            }

            Remember(stored);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static int SlotOf(DateTimeOffset at) => (int)(at.ToUnixTimeSeconds() / (long)SlotLength.TotalSeconds);

    private static SecretPlace PlaceOf(Guid id) => new("signing_key", "private_key", id);

    private static Task<List<StoredSigningKey>> ReadAsync(IdentityDbContext db, int oldest, CancellationToken ct) =>
        db.SigningKeys.AsNoTracking().Where(k => k.Slot >= oldest).ToListAsync(ct);

    private async Task MakeAsync(IdentityDbContext db, int slot, CancellationToken ct)
    {
        using var key = SigningKey.Create();
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var hidden = secrets.Protect(key.ExportPkcs8(), PlaceOf(id));
        // Another process may have been quicker: then its key counts.
        await db.Database.ExecuteSqlAsync(
            $"insert into signing_key (slot, id, private_key, created_at) values ({slot}, {id}, {hidden}, {db.Scope.Now}) on conflict (slot) do nothing", ct);
    }

    private void Remember(List<StoredSigningKey> stored)
    {
        // Objects in use stay the same: others may be verifying with them right now.
        var known = _bySlot;
        var bySlot = stored.ToDictionary(k => k.Slot, k => known.GetValueOrDefault(k.Slot) ?? SigningKey.FromPkcs8(secrets.Unprotect(k.PrivateKey, PlaceOf(k.Id))));
        _byId = bySlot.Values.ToDictionary(k => k.Id, StringComparer.Ordinal);
        _bySlot = bySlot;
    }
}
