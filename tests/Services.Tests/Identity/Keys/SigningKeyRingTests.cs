using Microsoft.Extensions.DependencyInjection;
using Waymark.Identity.Keys;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Services.Tests.Identity.Keys;

public sealed class SigningKeyRingTests(WaymarkApi waymark)
{
    [Fact]
    public async Task Keys_stay_over_a_restart_and_their_private_part_is_encrypted()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ada = await api.RegisterAsync();
        await api.RestartAsync();

        Assert.True(await api.IsAcceptedAsync(ada.AccessToken));
        var stored = await api.QueryAsync<byte[]>("select private_key from signing_key");
        Assert.ThrowsAny<Exception>(() => SigningKey.FromPkcs8(stored));
    }

    [Fact]
    public async Task The_next_key_is_published_a_day_ahead_and_the_last_one_a_day_longer()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var ring = api.Services.GetRequiredService<SigningKeyRing>();
        // To the middle of a slot, whatever the calendar says.
        var slot = (long)SigningKeyRing.SlotLength.TotalSeconds;
        api.Time.Advance(TimeSpan.FromSeconds(slot + (slot / 2) - (api.Time.GetUtcNow().ToUnixTimeSeconds() % slot)));
        await ring.TurnAsync(CancellationToken.None);
        var first = Assert.Single(ring.Published).Id;

        api.Time.Advance(TimeSpan.FromDays(14.5));
        await ring.TurnAsync(CancellationToken.None);
        Assert.Equal(2, ring.Published.Count());
        Assert.Equal(first, (await ring.CurrentAsync(CancellationToken.None)).Id);
        var ada = await api.RegisterAsync();

        api.Time.Advance(TimeSpan.FromDays(0.5));
        var second = (await ring.CurrentAsync(CancellationToken.None)).Id;
        Assert.NotEqual(first, second);
        Assert.Equal(second, ring.Published.First().Id);

        api.Time.Advance(TimeSpan.FromDays(0.9));
        await ring.TurnAsync(CancellationToken.None);
        Assert.NotNull(ring.Find(first));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await api.RefreshAsync(ada.RefreshToken)).StatusCode);

        api.Time.Advance(TimeSpan.FromDays(0.2));
        await ring.TurnAsync(CancellationToken.None);
        Assert.Null(ring.Find(first));
        Assert.Equal(second, Assert.Single(ring.Published).Id);
    }

    [Fact]
    public async Task A_program_that_slept_through_a_turn_makes_the_key_when_it_needs_it()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        api.Time.Advance(TimeSpan.FromDays(75));

        var ada = await api.LogInAsync();
        Assert.True(await api.IsAcceptedAsync(ada.AccessToken));
    }

    [Fact]
    public async Task Two_processes_agree_on_one_key()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        api.Time.Advance(TimeSpan.FromDays(40));
        var rings = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<SigningKeyRing>(api.Services)).ToList();

        await Task.WhenAll(rings.Select(r => r.TurnAsync(CancellationToken.None)));

        Assert.Single(rings.Select(r => r.CurrentAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult().Id).Distinct(StringComparer.Ordinal));
        rings.ForEach(r => r.Dispose());
    }
}
