using System.Collections.Concurrent;
using Waymark.Testing.Documented;

namespace Waymark.EndToEnd.Tests.WrongInput;

/// <summary>Every operation of the API document with everything wrong that its description lets one think of.</summary>
public sealed class WrongInputTests(RunningProduct product)
{
    private const int AtOnce = 8;

    [Fact]
    public async Task Wrong_input_is_refused_with_a_problem_and_changes_nothing()
    {
        using var anyone = product.Api.Client();
        var operations = ApiOperation.In(await anyone.ReadAsync("/openapi/v1.json")).Where(o => !o.IsForAdministrators).ToList();
        var (tenant, other) = (await Tenant.MakeAsync(product.Api), await Tenant.MakeAsync(product.Api));
        var (before, beforeOfOther) = (await Snapshot.OfQuietAsync(product, operations, tenant), await Snapshot.OfQuietAsync(product, operations, other));

        var cursor = (await tenant.Owner.Client.ReadAsync("/api/changes")).Text("cursor");

        var requests = operations.SelectMany(o => WrongBodies.Of(o, tenant).Concat(WrongAddresses.Of(o, tenant, other))).ToList();
        requests.AddRange(await WrongVersions.OfAsync(operations, tenant));
        Assert.True(requests.Count > 20 * operations.Count, $"Only {requests.Count} requests for {operations.Count} operations.");

        await DemandRefusalsAsync(requests, tenant.Owner.Client, anyone);
        DemandSame(before, await Snapshot.OfQuietAsync(product, operations, tenant));
        Assert.Empty((await tenant.Owner.Client.ReadAsync($"/api/changes?since={cursor}")).Items());
        DemandSame(beforeOfOther, await Snapshot.OfQuietAsync(product, operations, other));
    }

    [Fact]
    public async Task Wrong_input_of_an_administrator_is_refused_with_a_problem()
    {
        using var anyone = product.Api.Client();
        var operations = ApiOperation.In(await anyone.ReadAsync("/openapi/v1.json")).Where(o => o.IsForAdministrators).ToList();
        var tenant = await Tenant.MakeAsync(product.Api);
        // No letter or saga is named that is there: what is wrong with a request is told before anybody looks for it.
        var administrator = tenant with
        {
            Team = tenant.Team with { Owner = await product.Api.LogInAsync(product.Administrator) },
            Places = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["/api/operations/dead-letters/{}"] = Guid.CreateVersion7().ToString(),
                ["/api/operations/sagas/{}"] = Guid.CreateVersion7().ToString(),
            },
        };
        var requests = operations.SelectMany(o => WrongBodies.Of(o, administrator).Concat(WrongAddresses.Of(o, administrator, administrator))).ToList();
        Assert.True(requests.Count > 10 * operations.Count, $"Only {requests.Count} requests for {operations.Count} operations.");
        await DemandRefusalsAsync(requests, administrator.Owner.Client, anyone);
    }

    private static async Task DemandRefusalsAsync(IReadOnlyList<WrongRequest> requests, HttpClient caller, HttpClient anyone)
    {
        var faults = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (request, ct) =>
        {
            if (await FaultOfAsync(request, request.Authorization is null ? caller : anyone, ct) is { } fault)
                faults.Enqueue($"{request}: {fault}");
        });
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    }

    private static async Task<string?> FaultOfAsync(WrongRequest request, HttpClient client, CancellationToken ct)
    {
        try
        {
            using var message = request.Message();
            using var answer = await client.SendAsync(message, ct);
            return await Refusal.FaultOfAsync(request, answer);
        }
        catch (BrokenContractException broken)
        {
            return broken.Message;
        }
    }

    private static void DemandSame(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        var changed = before.Where(read => after[read.Key] != read.Value).Select(read => $"{read.Key} was {read.Value} and is {after[read.Key]}").ToList();
        Assert.True(changed.Count == 0, string.Join('\n', changed));
    }
}
