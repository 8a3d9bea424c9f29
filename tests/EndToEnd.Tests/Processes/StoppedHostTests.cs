using System.Net.Sockets;
using Waymark.EndToEnd.Tests.Journeys;

namespace Waymark.EndToEnd.Tests.Processes;

public sealed class StoppedHostTests
{
    private const int InFlight = 20;

    [Fact]
    public async Task A_stop_lets_requests_finish_and_loses_nothing()
    {
        await using var folder = await HostFolder.InstalledAsync();
        await using var first = await HostProcess.StartReadyAsync(folder);
        using var before = new Api(first.Address);
        var team = await TeamOfTwo.MeetAsync(before);
        await using var hub = await team.ListenAsync(team.Colleague);

        var held = Enumerable.Range(0, InFlight).Select(_ => new HeldBody(new { projectId = team.ProjectId, title = "In flight", assigneeIds = new[] { team.Colleague.Id } })).ToList();
        using var client = HeldBody.Client(team.Owner);
        var answers = held.ConvertAll(body => client.PostAsync(new Uri("/api/tasks", UriKind.Relative), body).JsonAsync(HttpStatusCode.Created));
        await Task.WhenAll(held.Select(body => body.IsAwaited));
        first.Signal(HostProcess.Terminate);
        await Eventually.GetAsync(() => IsListeningAsync(first.Address), isListening => !isListening);
        held.ForEach(body => body.Release());

        var created = (await Task.WhenAll(answers)).Select(task => task.Id()).Order().ToList();
        Assert.Equal(0, await first.WaitForExitAsync());
        await hub.Closed;

        await using var second = await HostProcess.StartReadyAsync(folder);
        using var after = new Api(second.Address);
        var (owner, colleague) = (await after.LogInAsync(team.Owner), await after.LogInAsync(team.Colleague));
        Assert.Equal(created, (await owner.Client.ReadAllAsync($"/api/tasks?projectId={team.ProjectId}")).Select(t => t.Id()).Order());
        var told = await Eventually.GetAsync(
            async () => (await colleague.Client.ReadAllAsync("/api/notifications")).ConvertAll(n => n.GetProperty("subject").Id()), told => told.Count >= InFlight);
        Assert.Equal(created, told.Order());
        Assert.Equal(0, await second.StopAsync());
    }

    [Fact]
    public async Task A_stop_says_that_it_is_not_ready_while_it_still_serves()
    {
        await using var folder = await HostFolder.InstalledAsync();
        await using var host = await HostProcess.StartReadyAsync(folder, "--Shutdown:WaitSeconds=3");
        using var api = new Api(host.Address);
        using var anyone = api.Client();
        host.Signal(HostProcess.Terminate);
        await Eventually.GetAsync(
            async () =>
            {
                using var answer = await anyone.SendAsync(HttpMethod.Get, "/health/ready");
                return answer.StatusCode;
            },
            status => status == HttpStatusCode.ServiceUnavailable);
        Assert.NotEqual(Guid.Empty, (await api.RegisterAsync("Ada")).Id);
        Assert.Equal(0, await host.WaitForExitAsync());
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_says_in_one_sentence_why_it_does_not_start()
    {
        await using var folder = await HostFolder.InstalledAsync();
        await using var first = await HostProcess.StartReadyAsync(folder);

        await using var second = HostProcess.Start(folder);
        Assert.Equal(1, await second.WaitForExitAsync());
        Assert.Equal($"The data folder {folder.Path} is in use by process {first.ProcessId}; stop it, or choose another folder with --data.", Assert.Single(second.Log));

        using var api = new Api(first.Address);
        Assert.NotEqual(Guid.Empty, (await api.RegisterAsync("Ada")).Id);
    }

    [Fact]
    public async Task A_host_whose_port_is_taken_says_so_and_nothing_else()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var folder = new HostFolder();
        await using var host = HostProcess.Start(folder, $"--port={((IPEndPoint)taken.LocalEndpoint).Port}");
        Assert.Equal(1, await host.WaitForExitAsync());
        Assert.Contains("The port is taken by another program; stop that one, or choose another with --port.", host.Log);
        Assert.DoesNotContain(host.Log, line => line.Contains("Exception", StringComparison.Ordinal));
    }

    private static async Task<bool> IsListeningAsync(Uri address)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
