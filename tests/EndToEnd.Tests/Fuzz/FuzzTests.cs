using System.Collections.Concurrent;
using System.Globalization;
using Waymark.EndToEnd.Tests.WrongInput;
using Waymark.Testing.Documented;

namespace Waymark.EndToEnd.Tests.Fuzz;

/// <summary>
/// Requests by chance over every operation of the API document: never a fault of ours, every refusal a problem with a code that is
/// documented, every answer as its schema says. <c>WAYMARK_FUZZ=50000</c> takes a longer run, <c>WAYMARK_FUZZ_SEED</c> another one.
/// </summary>
public sealed class FuzzTests(RunningProduct product)
{
    private const int AtOnce = 8;

    /// <summary>So many requests leave enough of a tenant's things to go on with.</summary>
    private const int PerTenant = 1_500;

    [Fact]
    public async Task Whatever_is_asked_is_answered_as_documented()
    {
        var (count, seed) = (Setting("WAYMARK_FUZZ", 1_500), Setting("WAYMARK_FUZZ_SEED", 20_260_302));
        using var anyone = product.Api.Client();
        var document = await anyone.ReadAsync("/openapi/v1.json");
        var operations = ApiOperation.In(document);
        var administrator = await product.Api.LogInAsync(product.Administrator);
        var (faults, statuses) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>());

        for (var from = 0; from < count; from += PerTenant)
        {
            var (tenant, other) = (await Tenant.MakeAsync(product.Api), await Tenant.MakeAsync(product.Api));
            var requests = new FuzzRequests(document, operations, tenant, other, seed);
            await Parallel.ForAsync(from, Math.Min(count, from + PerTenant), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, ct) =>
            {
                var request = requests.Make(number);
                var caller = request.Authorization is not null ? anyone : request.Operation.IsForAdministrators && number % 3 > 0 ? administrator.Client
                    : number % 7 == 0 ? tenant.Team.Colleague.Client : number % 11 == 0 ? other.Owner.Client : tenant.Owner.Client;
                if (await FaultOfAsync(request, caller, statuses, ct) is { } fault)
                    faults.Enqueue($"{request.Operation.Id}, {request.Fault}: {fault}\n  {request.Operation.Method} {request.Path}\n  {Shown(request.Body)}");
            });
        }

        Assert.True(faults.IsEmpty, $"{faults.Count} of {count}, seed {seed}:\n{string.Join('\n', faults.Take(40))}");
        Assert.True(statuses.Where(s => s.Key < 300).Sum(s => s.Value) > count / 5, string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        await NothingFailsBehindAsync();
    }

    private static async Task<string?> FaultOfAsync(WrongRequest request, HttpClient client, ConcurrentDictionary<int, int> statuses, CancellationToken ct)
    {
        try
        {
            using var message = request.Message();
            using var answer = await client.SendAsync(message, ct);
            var status = (int)answer.StatusCode;
            statuses.AddOrUpdate(status, 1, (_, known) => known + 1);
            var text = await answer.Content.ReadAsStringAsync(ct);
            return status >= 500 ? $"{status} {text}" : status >= 400 ? Refusal.FaultOfProblem(answer, text) : null;
        }
        catch (BrokenContractException broken)
        {
            return broken.Message;
        }
        catch (HttpRequestException broken)
        {
            return broken.ToString();
        }
    }

    /// <summary>What was accepted is also worked off by everybody who hears of it.</summary>
    private async Task NothingFailsBehindAsync() => Assert.All(await Quiet.UntilAsync(product), service =>
    {
        Assert.True(service.GetProperty("deadLetters").GetInt32() == 0, service.ToString());
        Assert.Equal(0, service.GetProperty("sagas").GetProperty("stuck").GetInt32());
    });

    private static string Shown(byte[]? body)
    {
        var text = body is null ? "" : System.Text.Encoding.UTF8.GetString(body);
        return text[..Math.Min(text.Length, 1_500)];
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
