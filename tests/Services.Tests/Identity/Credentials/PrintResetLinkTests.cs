using System.Net;
using System.Net.Http.Json;
using Waymark.Identity.Credentials;

namespace Waymark.Services.Tests.Identity.Credentials;

public sealed class PrintResetLinkTests(WaymarkApi waymark)
{
    [Fact]
    public async Task Whoever_has_the_machine_gets_a_link_on_the_command_line()
    {
        await using var api = await IdentityApi.StartAsync(waymark.Postgres);
        await api.RegisterAsync();
        await using var output = new StringWriter();

        Assert.Equal(0, await PrintResetLink.RunAsync(api.Services, "ADA@example.org", output, CancellationToken.None));
        Assert.Equal(1, await PrintResetLink.RunAsync(api.Services, "nobody@example.org", output, CancellationToken.None));

        using var client = api.Client();
        var answer = await client.PostAsJsonAsync("/api/auth/password/reset", new { token = ResetLink.TokenIn(output.ToString()), password = IdentityApi.NewPassword });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
