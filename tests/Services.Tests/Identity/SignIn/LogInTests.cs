using System.Net;
using System.Text.RegularExpressions;

namespace Waymark.Services.Tests.Identity.SignIn;

public sealed partial class LogInTests(WaymarkApi waymark)
{
    [Fact]
    public async Task The_right_password_signs_in_whatever_the_case_of_the_address()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        var registered = await api.RegisterAsync();
        var ada = await api.LogInAsync("ADA@example.org");

        Assert.Equal(registered.User.Id, ada.User.Id);
        Assert.True(await api.IsAcceptedAsync(ada.AccessToken));
        Assert.NotEqual(registered.RefreshToken, ada.RefreshToken);
        Assert.Equal("user.created user.logged_in user.logged_in", await api.EventsAsync());
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_account_and_no_address_at_all_get_the_same_answer()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        var answers = new[]
        {
            await api.TryLogInAsync(password: "wrong horse battery"),
            await api.TryLogInAsync("nobody@example.org"),
            await api.TryLogInAsync("no address"),
        };

        var texts = new List<string>();
        foreach (var answer in answers)
        {
            await answer.ProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");
            texts.Add(TraceId().Replace(await answer.Content.ReadAsStringAsync(), ""));
        }

        Assert.Single(texts.Distinct(StringComparer.Ordinal));
        Assert.Single(answers.Select(a => string.Join(',', a.Headers.Select(h => h.Key).Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ada@example.org")]
    [InlineData("nobody@example.org")]
    public async Task After_five_failures_every_further_one_doubles_the_wait(string email)
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        for (var n = 0; n < 5; n++)
        {
            await (await api.TryLogInAsync(email, "wrong")).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");
        }

        foreach (var wait in (int[])[1, 2, 4])
        {
            var refused = await api.TryLogInAsync(email, "wrong");
            await refused.ProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
            Assert.Equal(TimeSpan.FromSeconds(wait), refused.Headers.RetryAfter?.Delta);
            api.Time.Advance(TimeSpan.FromSeconds(wait));
            await (await api.TryLogInAsync(email, "wrong")).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");
        }
    }

    [Fact]
    public async Task While_waiting_even_the_right_password_is_refused_and_afterwards_it_clears_the_failures()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        await FailAsync(api, 5);
        await (await api.TryLogInAsync()).ProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");

        api.Time.Advance(TimeSpan.FromSeconds(1));
        await api.LogInAsync();

        await FailAsync(api, 4);
        await api.LogInAsync();
    }

    [Fact]
    public async Task The_wait_survives_a_restart()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        await FailAsync(api, 5);
        await api.RestartAsync();

        await (await api.TryLogInAsync()).ProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
    }

    [Fact]
    public async Task Strangers_cannot_lock_the_owner_out_of_a_known_device()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        using var browser = new Browser(api);
        await browser.LogInAsync();
        await FailAsync(api, 5);
        await (await api.TryLogInAsync()).ProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");

        Assert.Equal(HttpStatusCode.OK, (await browser.LogInAsync()).StatusCode);

        // The mark is good for the account that it was made for, and guessing behind it is slowed down as well.
        using var thief = browser.Copy();
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.PostAsync("/api/users/login", new { email = "other@example.org", password = "wrong" })).StatusCode);
        for (var n = 0; n < 5; n++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await thief.LogInAsync("wrong")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await thief.LogInAsync("wrong")).StatusCode);
    }

    [Fact]
    public async Task After_a_hundred_failures_strangers_wait_until_the_password_is_reset()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        await FailAsync(api, 1);
        await api.QueryAsync<object>("update sign_in_counter set failures = 100 where key like 'account:%' and key not like '%@%' returning 1");
        api.Time.Advance(TimeSpan.FromDays(30));

        await (await api.TryLogInAsync()).ProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
    }

    [Fact]
    public async Task Failures_of_one_account_do_not_hold_up_another()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        await api.RegisterAsync("bob@example.org", "Bob");
        await FailAsync(api, 5);

        await api.LogInAsync("bob@example.org");
    }

    [Fact]
    public async Task Guesses_at_once_do_not_slip_through_in_any_number()
    {
        await using var api = await IdentityApi.StartSlowAsync(waymark.Postgres);
        await api.RegisterAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 120).Select(n => api.TryLogInAsync(password: $"guess number {n}")));

        Assert.InRange(answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized), 1, 60);
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests));
        Assert.All(answers, a => Assert.True(a.StatusCode != HttpStatusCode.TooManyRequests || a.Headers.RetryAfter is not null));
    }

    private static async Task FailAsync(IdentityApi api, int times)
    {
        for (var n = 0; n < times; n++)
        {
            await (await api.TryLogInAsync(password: "wrong horse battery")).ProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");
        }
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();
}
