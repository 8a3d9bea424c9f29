namespace Waymark.EndToEnd.Tests.WrongInput;

public sealed class RepeatedKeyTests(RunningProduct product)
{
    [Fact]
    public async Task A_creation_that_is_repeated_with_its_key_is_answered_again_and_happens_once()
    {
        using var anyone = product.Api.Client();
        var operations = ApiOperation.In(await anyone.ReadAsync("/openapi/v1.json"));
        var tenant = await Tenant.MakeAsync(product.Api);
        var newcomer = await product.Api.RegisterAsync("Newcomer");
        var creations = operations.Where(o => o is { IsCreation: true, IsRepeatable: true }).ToList();
        Assert.NotEmpty(creations);

        foreach (var creation in creations)
        {
            var (path, key) = (ApiPath.Fill(creation.Path, tenant), Guid.CreateVersion7().ToString());
            var body = ValidBody.Of(creation, tenant).ToString().Replace(tenant.Team.Colleague.Id.ToString(), newcomer.Id.ToString(), StringComparison.Ordinal);
            var first = await SendAsync(tenant, path, key, body);
            var again = await SendAsync(tenant, path, key, body);
            var reused = await SendAsync(tenant, path, key, body[..^1] + ",\"x\":1}");
            var longKey = await SendAsync(tenant, path, new string('k', 300), body);

            Assert.True(first is { Status: HttpStatusCode.Created, IsReplayed: false }, $"{creation.Id} {body}: {first}");
            Assert.Equal((creation.Id, HttpStatusCode.Created, true), (creation.Id, again.Status, again.IsReplayed));
            Assert.Equal(first.Text, again.Text);
            Assert.Equal((creation.Id, HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (creation.Id, reused.Status, JsonDocument.Parse(reused.Text).RootElement.Text("code")));
            Assert.Equal((creation.Id, HttpStatusCode.BadRequest, "invalid_idempotency_key"), (creation.Id, longKey.Status, JsonDocument.Parse(longKey.Text).RootElement.Text("code")));
        }

        var counted = await tenant.Owner.Client.ReadAllAsync($"/api/tasks?projectId={tenant.Team.ProjectId}");
        // One that was made in the project, and one below a task.
        Assert.Equal(2, counted.Count(task => task.Text("title") == "A title"));
        Assert.Single(counted, task => task.Text("title") == "A title" && task.GetProperty("parentId").ValueKind == JsonValueKind.Null);
    }

    private static async Task<(HttpStatusCode Status, bool IsReplayed, string Text)> SendAsync(Tenant tenant, string path, string key, string body)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        message.Headers.Add("Idempotency-Key", key);
        using var answer = await tenant.Owner.Client.SendAsync(message);
        return (answer.StatusCode, answer.Headers.Contains("Idempotency-Replayed"), await answer.Content.ReadAsStringAsync());
    }
}
