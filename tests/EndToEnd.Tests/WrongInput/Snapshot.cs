using System.Text.RegularExpressions;

namespace Waymark.EndToEnd.Tests.WrongInput;

/// <summary>All that a tenant can read of their things: every GET of the API document.</summary>
internal static partial class Snapshot
{
    /// <summary>Reads that tell something else each time although nothing was changed, or calculate what is asked for.</summary>
    private static readonly string[] Unsteady = ["ListChanges", "GetSchedule", "PreviewReschedule"];

    /// <summary>What can be read once the events of earlier changes have arrived everywhere.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfQuietAsync(RunningProduct product, IReadOnlyList<ApiOperation> operations, Tenant tenant)
    {
        await Quiet.UntilAsync(product);
        var last = await OfAsync(operations, tenant);
        await Eventually.GetAsync(async () =>
        {
            var (before, now) = (last, await OfAsync(operations, tenant));
            last = now;
            return now.Count(line => before[line.Key] != line.Value);
        }, changed => changed == 0);
        return last;
    }

    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(IReadOnlyList<ApiOperation> operations, Tenant tenant)
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in operations.Where(o => o.Method == HttpMethod.Get && !Unsteady.Contains(o.Id, StringComparer.Ordinal)))
        {
            using var answer = await tenant.Owner.Client.GetAsync(new Uri(ApiPath.Fill(operation.Path, tenant), UriKind.Relative));
            Assert.True(answer.IsSuccessStatusCode, $"{operation.Id}: {await answer.Content.ReadAsStringAsync()}");
            lines[operation.Id] = LastUse().Replace(await answer.Content.ReadAsStringAsync(), "");
        }

        return lines;
    }

    [GeneratedRegex("\"lastUsedAt\":\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex LastUse();
}
