using Waymark.Platform.KillPoints;

namespace Waymark.EndToEnd.Tests.Faults;

/// <summary>The process dies while a project is made from a template: there is the whole project afterwards, and at no time a part of it.</summary>
public sealed class KilledTemplateTests
{
    private const int Tasks = 30;
    private const string Name = "Bakery in town";

    [Theory]
    [InlineData("before-outbox-insert")]
    [InlineData("before-effect-commit")]
    public async Task A_project_from_a_template_is_whole_or_not_there_when_the_host_dies_at(string point)
    {
        await using var folder = new HostFolder();
        var sign = folder.Path + ".sign";
        await using var killed = await HostProcess.StartReadyAsync(folder, (KillSwitch.Variable, $"{point}@{sign}"));
        using var before = new Api(killed.Address);
        var owner = await before.RegisterAsync("Ada");
        var template = await owner.Client.PostAsync("/api/project-templates", new { name = "Bakery", content = Content() }).JsonAsync(HttpStatusCode.Created);
        var path = $"/api/project-templates/{template.Id()}";
        var use = await owner.Client.PostAsync(path + "/instantiate", new { name = Name }).JsonAsync(HttpStatusCode.Accepted);
        await File.WriteAllTextAsync(sign, "");
        await DieAsync(killed, owner);
        File.Delete(sign);

        await using var host = await HostProcess.StartReadyAsync(folder);
        using var after = new Api(host.Address);
        owner = await after.LogInAsync(owner);
        await Eventually.GetAsync(
            async () =>
            {
                Assert.Contains(await CountAsync(owner), new[] { 0, Tasks });
                return (await owner.Client.ReadAsync($"{path}/instantiations/{use.Id()}")).Text("state");
            },
            state => state == "completed");

        await Eventually.GetAsync(() => CountAsync(owner), count => count == Tasks);
        var project = Assert.Single((await owner.Client.ReadAsync("/api/projects")).Items());
        Assert.Equal(Name, project.Text("name"));
        Assert.Equal(["Opening", "Tasting"], (await owner.Client.ReadAsync($"/api/projects/{project.Id()}/milestones")).Items().Select(m => m.Text("name")).Order(StringComparer.Ordinal));
        var tasks = await owner.Client.ReadAllAsync($"/api/tasks?projectId={project.Id()}");
        Assert.Equal(Enumerable.Range(1, Tasks), tasks.Select(t => t.GetProperty("number").GetInt32()).Order());
        Assert.All(tasks, task => Assert.NotEqual(JsonValueKind.Null, task.GetProperty("milestoneId").ValueKind));
    }

    private static object Content() => new
    {
        milestones = new[] { new { name = "Tasting" }, new { name = "Opening" } },
        tasks = Enumerable.Range(1, Tasks).Select(i => new { @ref = $"t{i}", title = $"Task {i}", milestone = i % 2 == 0 ? "Tasting" : "Opening", labels = new[] { $"shelf {i % 3}" } }),
    };

    /// <summary>Something happens in any case, so that a host which has made the project already dies too.</summary>
    private static async Task DieAsync(HostProcess host, Person owner)
    {
        try
        {
            using var answer = await owner.Client.PostAsync("/api/project-templates", new { name = "Another", content = new { } });
        }
        catch (HttpRequestException)
        {
            // It is dead, or dies of this.
        }

        await host.WaitForExitAsync();
    }

    private static async Task<int> CountAsync(Person owner) => (await owner.Client.ReadAllAsync("/api/tasks")).Count;
}
