using System.Text;
using System.Text.RegularExpressions;
using Waymark.EndToEnd.Tests.WrongInput;

namespace Waymark.EndToEnd.Tests.Documented;

/// <summary>What the API document shows as an example is what the product takes.</summary>
public sealed partial class ExampleTests(RunningProduct product)
{
    /// <summary>They need a secret that no example can know; a wrong one is refused like this.</summary>
    private static readonly Dictionary<string, HttpStatusCode> Secret = new(StringComparer.Ordinal)
    {
        ["LogIn"] = HttpStatusCode.Unauthorized,
        ["RefreshSession"] = HttpStatusCode.Unauthorized,
        ["RequestErasure"] = HttpStatusCode.Forbidden,
        ["ChangePassword"] = HttpStatusCode.BadRequest,
        ["ChangeEmail"] = HttpStatusCode.BadRequest,
        ["ResetPassword"] = HttpStatusCode.BadRequest,
    };

    /// <summary>Another workflow wants no approvals; a task that is replaced loses its steps; a closed cycle takes nothing more; whoever hands a project over can do no more in it, and whoever signs out nothing at all.</summary>
    private static readonly string[] Last = ["EditWorkflow", "ReplaceTask", "CloseCycle", "TransferProject", "LogOut"];

    /// <summary>The task of all examples.</summary>
    private const string ExampleTask = "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07";

    /// <summary>The milestone of all examples.</summary>
    private const string ExampleMilestone = "0198c2ef-7b00-7e50-9466-e8192a3b4c57";

    /// <summary>Its step.</summary>
    private const string ExampleStep = "0198c2f0-8c10-7a61-8d2e-0b1c2d3e4f50";

    [Fact]
    public async Task Every_request_example_is_accepted()
    {
        using var anyone = product.Api.Client();
        var tenant = await Tenant.MakeAsync(product.Api);
        var operations = ApiOperation.In(await anyone.ReadAsync("/openapi/v1.json")).Where(o => o.MediaType is not null && !o.IsForAdministrators).ToList();
        Assert.NotEmpty(operations);

        foreach (var operation in operations.OrderBy(o => Array.IndexOf(Last, o.Id)))
        {
            using var message = new HttpRequestMessage(operation.Method, ApiPath.Fill(operation.Path, tenant))
            {
                Content = new StringContent(Fill(operation, tenant), Encoding.UTF8, operation.MediaType!),
            };
            using var answer = await tenant.Owner.Client.SendAsync(message);
            var isTaken = answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.Conflict;
            Assert.True(
                Secret.TryGetValue(operation.Id, out var refusal) ? answer.StatusCode == refusal : isTaken,
                $"{operation.Id}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task Every_order_that_a_list_names_is_one()
    {
        using var anyone = product.Api.Client();
        var tenant = await Tenant.MakeAsync(product.Api);
        var orders =
            from operation in ApiOperation.In(await anyone.ReadAsync("/openapi/v1.json"))
            from parameter in operation.Query
            where parameter.Name == "sort" && parameter.Has("enum")
            from order in parameter.Schema.GetProperty("enum").EnumerateArray()
            select $"{ApiPath.Fill(operation.Path, tenant)}?sort={order.GetString()}";
        var asked = 0;
        foreach (var path in orders)
        {
            await tenant.Owner.Client.ReadAsync(path);
            asked++;
        }

        Assert.True(asked > 20, $"Only {asked} orders.");
    }

    /// <summary>The example with the tenant's ids in the place of those that are made up.</summary>
    private static string Fill(ApiOperation operation, Tenant tenant) => Id().Replace(
        operation.Example.GetRawText().Replace("ada@example.org", $"nobody-{Guid.CreateVersion7():N}@example.org", StringComparison.Ordinal),
        match => match.Groups["member"].Value switch
        {
            "projectId" => $"\"projectId\": \"{tenant.Team.ProjectId}\"",
            "taskId" => $"\"taskId\": \"{tenant.LaterTaskId}\"",
            "milestoneId" => $"\"milestoneId\": \"{tenant.Places["/api/projects/{}/milestones/{}"]}\"",
            _ when match.Groups["id"].Value == ExampleMilestone => match.Value.Replace(ExampleMilestone, tenant.Places["/api/projects/{}/milestones/{}"], StringComparison.Ordinal),
            _ when match.Groups["id"].Value == ExampleTask => match.Value.Replace(ExampleTask, tenant.Places["/api/tasks/{}"], StringComparison.Ordinal),
            _ when match.Groups["id"].Value == ExampleStep => match.Value.Replace(ExampleStep, tenant.Places["/api/tasks/{}/steps/{}"], StringComparison.Ordinal),
            _ => match.Value.Replace(match.Groups["id"].Value, tenant.Team.Colleague.Id.ToString(), StringComparison.Ordinal),
        });

    [GeneratedRegex("""(?:"(?<member>[A-Za-z]+)":\s*")?(?<id>[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})"?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
