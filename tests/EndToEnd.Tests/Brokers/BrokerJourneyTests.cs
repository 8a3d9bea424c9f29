using Waymark.EndToEnd.Tests.Journeys;
using Waymark.Testing.Brokers;

namespace Waymark.EndToEnd.Tests.Brokers;

public sealed class BrokerJourneyTests
{
    [Fact]
    public async Task The_product_works_over_a_broker_and_outlives_its_death()
    {
        Assert.SkipWhen(PrivateRabbitMq.Missing is not null, PrivateRabbitMq.Missing ?? "");
        await using var broker = await PrivateRabbitMq.StartAsync();
        await using var folder = await HostFolder.InstalledAsync();
        await using var host = await HostProcess.StartReadyAsync(folder, $"--Broker:Url={broker.Url}");
        using var api = new Api(host.Address);
        var team = await TeamOfTwo.MeetAsync(api);
        var tasks = new List<Guid> { (await team.AddTaskAsync(team.Owner, "Before", team.Colleague.Id)).Id() };
        await IsToldOfAsync(team, tasks);
        Assert.Equal("up", await BrokerStateAsync(api));

        await broker.KillAsync();
        await Eventually.GetAsync(() => BrokerStateAsync(api), state => state == "down");
        for (var i = 0; i < 3; i++)
            tasks.Add((await team.AddTaskAsync(team.Owner, $"Meanwhile {i}", team.Colleague.Id)).Id());
        using (var anyone = api.Client())
            await anyone.ReadAsync("/health/ready");
        Assert.Equal("Meanwhile 0", (await team.Owner.Client.ReadAsync($"/api/tasks/{tasks[1]}")).Text("title"));

        await broker.RunAsync();
        await IsToldOfAsync(team, tasks);
        await Eventually.GetAsync(() => BrokerStateAsync(api), state => state == "up");
        Assert.Equal(0, await host.StopAsync());
    }

    /// <summary>The colleague is told of each task once, and of nothing else.</summary>
    private static async Task IsToldOfAsync(TeamOfTwo team, List<Guid> tasks)
    {
        var told = await Eventually.GetAsync(
            async () => (await team.Colleague.Client.ReadAllAsync("/api/notifications")).Where(n => n.Text("type") == "task.assigned").Select(n => n.GetProperty("subject").Id()).ToList(),
            told => told.Count >= tasks.Count);
        Assert.Equal(tasks.Order(), told.Order());
    }

    private static async Task<string> BrokerStateAsync(Api api)
    {
        using var anyone = api.Client();
        var dependencies = (await anyone.ReadAsync("/health/dependencies")).GetProperty("dependencies").EnumerateArray();
        return dependencies.Single(d => d.Text("name") == "broker").Text("status");
    }
}
