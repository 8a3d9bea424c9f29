using Waymark.Platform.KillPoints;

namespace Waymark.EndToEnd.Tests.Faults;

/// <summary>The process dies while a project is made from a template: there is the whole project afterwards, and at no time a part of it.</summary>
public sealed class KilledTemplateTests
{
    private const int Tasks = 30;

    [Fact]
    public async Task A_project_from_a_template_is_whole_or_not_there_wherever_the_host_dies()
    {
        await using var folder = await HostFolder.InstalledAsync();
        var person = await RegisterAndDieAsync(folder);
        person = await UseAndDieAsync(folder, person);

        await using var host = await HostProcess.StartReadyAsync(folder);
        using var api = new Api(host.Address);
        await DemandWholeAsync(await api.LogInAsync(person), used: 2);
    }

    private static async Task<Person> RegisterAndDieAsync(HostFolder folder)
    {
        var sign = folder.Path + ".first";
        await using var host = await HostProcess.StartReadyAsync(folder, (KillSwitch.Variable, $"before-outbox-insert@{sign}"));
        using var api = new Api(host.Address);
        var owner = await api.RegisterAsync("Ada");
        await owner.Client.PostAsync("/api/project-templates", new { name = "Bakery", content = Content() }).JsonAsync(HttpStatusCode.Created);
        await UseAsync(owner);
        await DieAsync(host, owner, sign);
        return owner;
    }

    private static async Task<Person> UseAndDieAsync(HostFolder folder, Person person)
    {
        var sign = folder.Path + ".second";
        await using var host = await HostProcess.StartReadyAsync(folder, (KillSwitch.Variable, $"before-effect-commit@{sign}"));
        using var api = new Api(host.Address);
        var owner = await api.LogInAsync(person);
        await DemandWholeAsync(owner, used: 1);
        await UseAsync(owner);
        await DieAsync(host, owner, sign);
        return owner;
    }

    private static object Content() => new
    {
        milestones = new[] { new { name = "Tasting" }, new { name = "Opening" } },
        tasks = Enumerable.Range(1, Tasks).Select(i => new { @ref = $"t{i}", title = $"Task {i}", milestone = i % 2 == 0 ? "Tasting" : "Opening", labels = new[] { $"shelf {i % 3}" } }),
    };

    private static async Task UseAsync(Person owner)
    {
        var template = Assert.Single((await owner.Client.ReadAsync("/api/project-templates")).Items());
        await owner.Client.PostAsync($"/api/project-templates/{template.Id()}/instantiate", new { name = "Bakery in town" }).JsonAsync(HttpStatusCode.Accepted);
    }

    /// <summary>Something happens in any case, so that a host which has made the project already dies too.</summary>
    private static async Task DieAsync(HostProcess host, Person owner, string sign)
    {
        await File.WriteAllTextAsync(sign, "");
        try
        {
            using var answer = await owner.Client.PatchAsync("/api/users/profile", new { displayName = $"Ada of {sign.Length}" });
        }
        catch (HttpRequestException)
        {
            // It is dead, or dies of this.
        }

        await host.WaitForExitAsync();
        File.Delete(sign);
    }

    private static async Task DemandWholeAsync(Person owner, int used)
    {
        await Eventually.GetAsync(
            async () =>
            {
                var count = (await owner.Client.ReadAllAsync("/api/tasks")).Count;
                Assert.Contains(count, new[] { (used - 1) * Tasks, used * Tasks });
                return count;
            },
            count => count == used * Tasks);
        var projects = await Eventually.GetAsync(async () => (await owner.Client.ReadAsync("/api/projects")).Items(), projects => projects.Count == used);
        foreach (var project in projects)
        {
            Assert.Equal(["Opening", "Tasting"], (await owner.Client.ReadAsync($"/api/projects/{project.Id()}/milestones")).Items().Select(m => m.Text("name")).Order(StringComparer.Ordinal));
            var tasks = await owner.Client.ReadAllAsync($"/api/tasks?projectId={project.Id()}");
            Assert.Equal(Enumerable.Range(1, Tasks), tasks.Select(t => t.GetProperty("number").GetInt32()).Order());
            Assert.All(tasks, task => Assert.NotEqual(JsonValueKind.Null, task.GetProperty("milestoneId").ValueKind));
        }
    }
}
