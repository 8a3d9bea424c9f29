using Microsoft.Extensions.DependencyInjection;
using Waymark.Identity.Sessions;

namespace Waymark.Services.Tests.Identity.Sessions;

public sealed class SweepExpiredTests(WaymarkApi waymark)
{
    [Fact]
    public async Task What_is_over_goes_and_what_is_alive_stays()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        await api.TryLogInAsync(password: "wrong");
        using (var browser = new Browser(api))
        {
            await browser.LogInAsync();
        }

        api.Time.Advance(TimeSpan.FromDays(400));
        await api.TryLogInAsync("bob@example.org", "wrong");
        await api.LogInAsync();
        var sweep = ActivatorUtilities.CreateInstance<SweepExpired>(api.Services);
        await sweep.SweepAsync(CancellationToken.None);

        Assert.Equal(1, await api.QueryAsync<long>("select count(*) from session"));
        Assert.Equal(1, await api.QueryAsync<long>("select count(*) from refresh_token"));
        Assert.Equal(0, await api.QueryAsync<long>("select count(*) from known_device"));
        Assert.Equal(2, await api.QueryAsync<long>("select count(*) from sign_in_counter"));
    }
}
