using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Waymark.Services.Tests.Tasks;

public sealed class CreateTaskTests(WaymarkApi api)
{
    [Fact]
    public async Task A_created_task_can_be_read_by_id_and_key()
    {
        var user = Guid.CreateVersion7();
        var project = Guid.CreateVersion7();
        await api.QueryAsync<object>("tasks", $$"""
            with p as (insert into project (id, workspace_id, key, name, state, time_zone, workflow, version) values ('{{project}}', '{{user}}', 'ABC', 'x', 'active', 'UTC',
            '[{"key":"todo","name":"To do","category":"unstarted","order":1,"next":[]},{"key":"done","name":"Done","category":"completed","order":2,"next":[]}]', 1)),
            k as (insert into project_key values ('ABC', '{{project}}')),
            m as (insert into project_member values ('{{project}}', '{{user}}', 4)) select 1
            """);
        using var client = api.As(user);
        using var created = await client.PostAsJsonAsync("/api/tasks", new { projectId = project, title = " Hello ", labels = new[] { "Bug" }, assigneeIds = new[] { user }, dueAt = "2026-12-24" });
        var text = await created.Content.ReadAsStringAsync();
        Assert.True(created.StatusCode == HttpStatusCode.Created, text);
        var task = JsonDocument.Parse(text).RootElement;
        TestContext.Current.SendDiagnosticMessage(text);
        var read = await client.GetFromJsonAsync<JsonElement>("/api/tasks/ABC-1");
        Assert.Equal(text, read.GetRawText());
        using var status = await client.PatchAsJsonAsync($"/api/tasks/{task.GetProperty("id")}/status", new { status = "done" });
        Assert.True(status.IsSuccessStatusCode, await status.Content.ReadAsStringAsync());
        var history = await client.GetStringAsync("/api/tasks/ABC-1/history");
        TestContext.Current.SendDiagnosticMessage(history);
        var list = await client.GetStringAsync("/api/tasks?assigneeId=me&sort=dueAt");
        TestContext.Current.SendDiagnosticMessage(list);
        var board = await client.GetStringAsync($"/api/projects/{project}/board");
        TestContext.Current.SendDiagnosticMessage(board);
    }
}
