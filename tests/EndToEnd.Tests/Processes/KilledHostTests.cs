using System.Globalization;
using Waymark.EndToEnd.Tests.Journeys;
using Waymark.Platform.Operations;

namespace Waymark.EndToEnd.Tests.Processes;

public sealed class KilledHostTests
{
    private const int Rounds = 5;

    [Theory]
    [InlineData(2_000, false)]
    [InlineData(400, true)]
    public async Task What_was_answered_stands_and_is_told_exactly_once(int count, bool isServerKilledToo)
    {
        await using var folder = await HostFolder.InstalledAsync();
        var killed = await HostProcess.StartReadyAsync(folder);
        using var before = new Api(killed.Address);
        var team = await TeamOfTwo.MeetAsync(before);
        var flood = new TaskFlood(team.ProjectId, team.Colleague.Id, count);

        var flooding = flood.RunAsync(team.Owner.Client);
        await Task.WhenAny(flood.HalfDone, flooding);
        var postmaster = Postmaster(folder);
        killed.Signal(HostProcess.Kill);
        if (isServerKilledToo)
            Unix.Signal(postmaster, HostProcess.Kill);
        await killed.WaitForExitAsync();
        await flooding;
        Assert.InRange(flood.Created.Count, count / 2, count - 1);

        await using var host = await HostProcess.StartReadyAsync(folder);
        Assert.Equal(isServerKilledToo, Postmaster(folder) != postmaster);
        using var after = new Api(host.Address);
        var (owner, colleague) = (await after.LogInAsync(team.Owner), await after.LogInAsync(team.Colleague));
        var tasks = (await owner.Client.ReadAllAsync($"/api/tasks?projectId={team.ProjectId}")).ConvertAll(t => t.Id());
        Assert.Empty(flood.Created.Values.Except(tasks));
        await EachIsToldOnceAsync(tasks, owner, colleague, team.ProjectId);

        // The callers without an answer ask again: nothing is made twice.
        for (var round = 0; round < Rounds && flood.Created.Count < count; round++)
            await flood.RunAsync(owner.Client);
        tasks = (await owner.Client.ReadAllAsync($"/api/tasks?projectId={team.ProjectId}")).ConvertAll(t => t.Id());
        Assert.Equal(flood.Created.Values.Order(), tasks.Order());
        Assert.Equal(count, tasks.Count);
        await EachIsToldOnceAsync(tasks, owner, colleague, team.ProjectId);
    }

    private static async Task EachIsToldOnceAsync(List<Guid> tasks, Person owner, Person colleague, Guid projectId)
    {
        var activity = await Eventually.GetAsync(
            async () => (await owner.Client.ReadAllAsync($"/api/activity?projectId={projectId}&type=task.created")).ConvertAll(e => e.Id("taskId")),
            told => told.Count >= tasks.Count);
        var notifications = await Eventually.GetAsync(
            async () => (await colleague.Client.ReadAllAsync("/api/notifications")).Where(n => n.Text("type") == "task.assigned").Select(n => n.GetProperty("subject").Id()).ToList(),
            told => told.Count >= tasks.Count);
        Assert.Equal(tasks.Order(), activity.Order());
        Assert.Equal(tasks.Order(), notifications.Order());
    }

    private static int Postmaster(HostFolder folder) =>
        int.Parse(File.ReadLines(Path.Combine(folder.Path, "postgres", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
}
