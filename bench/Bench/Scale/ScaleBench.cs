using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Waymark.Bench.Scale;

/// <summary>
/// Whether reads of a project stay quick when it grows: each is asked of a project of 1,000 tasks and of one of 100,000 by turns, one
/// request at a time, so that both meet the same machine. The ratio counts, not the milliseconds.
/// </summary>
internal sealed class ScaleBench(ScaleOptions options, string folder)
{
    private const double Bar = 3;
    private const int WarmUp = 20;

    /// <summary>Measures and prints.</summary>
    /// <exception cref="BenchException">The product does not start or does not answer.</exception>
    public static async Task RunAsync(ScaleOptions options)
    {
        var folder = options.Keep ?? Path.Combine(Path.GetTempPath(), $"waymark-bench-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            await new ScaleBench(options, folder).MeasureAsync();
        }
        finally
        {
            if (options.Keep is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task MeasureAsync()
    {
        var product = await Product.StartAsync(options.Port, Path.Combine(folder, "data"));
        await using var program = product.Program;
        var given = new Given(program.Client);
        var (small, large) = await FindOrMakeAsync(product, given);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{$"{options.Rounds} rounds; p50 and p99 in ms",-66}{$"{ScaleOptions.Small:N0} tasks",17}{$"{options.Large:N0} tasks",17}{"KB",12}{"ratio p50",11}{"p99",7}"));
        foreach (var read in ScaleRead.All.Where(r => options.Kinds.Contains(r.Kind, StringComparer.Ordinal)))
        {
            // A token ends sooner than the bench does.
            await given.SignInAsync();
            await MeasureAsync(program.Client, read, small, large);
        }
    }

    private async Task MeasureAsync(HttpClient client, ScaleRead read, ScaledProject small, ScaledProject large)
    {
        var (smallPath, largePath) = (read.PathOf(small), read.PathOf(large));
        for (var i = 0; i < WarmUp; i++)
        {
            await AskAsync(client, smallPath);
            await AskAsync(client, largePath);
        }

        var (smallRun, largeRun) = (new Answer[options.Rounds], new Answer[options.Rounds]);
        for (var i = 0; i < options.Rounds; i++)
        {
            smallRun[i] = await AskAsync(client, smallPath);
            largeRun[i] = await AskAsync(client, largePath);
        }

        Write(read.Title, smallRun, largeRun);
    }

    private static void Write(string title, Answer[] small, Answer[] large)
    {
        var (p50, p99) = (Percentile(large, 50) / Percentile(small, 50), Percentile(large, 99) / Percentile(small, 99));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{title,-66}{Percentile(small, 50),9:F2}{Percentile(small, 99),8:F1}{Percentile(large, 50),9:F2}{Percentile(large, 99),8:F1}{$"{small[0].Bytes / 1024.0:F0}/{large[0].Bytes / 1024.0:F0}",12}{p50,11:F2}{p99,7:F2}{(Math.Max(p50, p99) > Bar ? $"  above {Bar}" : "")}"));
    }

    private static double Percentile(Answer[] run, int percent) =>
        run.Select(a => a.Milliseconds).Order().ElementAt(Math.Min(run.Length - 1, run.Length * percent / 100));

    private static async Task<Answer> AskAsync(HttpClient client, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(path);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return answer.IsSuccessStatusCode
            ? new Answer(elapsed, bytes.Length)
            : throw new BenchException($"{path} was answered {(int)answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(bytes)}");
    }

    private async Task<(ScaledProject Small, ScaledProject Large)> FindOrMakeAsync(Product product, Given given)
    {
        var file = Path.Combine(folder, "scale.json");
        if (!File.Exists(file))
        {
            Console.WriteLine($"Making projects of {ScaleOptions.Small:N0} and {options.Large:N0} tasks …");
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(await MakeAsync(product, given)));
        }

        var projects = JsonSerializer.Deserialize<ScaledProject[]>(await File.ReadAllTextAsync(file))!;
        return (projects[0], projects[1]);
    }

    private async Task<ScaledProject[]> MakeAsync(Product product, Given given)
    {
        await given.RegisterAsync();
        await given.SignInAsync();
        var me = Given.IdOf(await given.SendAsync(HttpMethod.Get, "/api/users/profile"));
        await using var database = NpgsqlDataSource.Create(product.ConnectionTo("waymark_tasks"));
        var tasks = new ScaleTasks(given, database);
        var (small, large) = (await given.MakeProjectAsync("SMALL"), await given.MakeProjectAsync("LARGE"));
        await tasks.FillAsync(small, ScaleOptions.Small, me);
        await tasks.FillAsync(large, options.Large, me);
        await using (var effects = await Effects.OfAsync(product))
        {
            await effects.DrainAsync();
        }

        await tasks.SettleAsync();
        return [await FindMiddleAsync(given, "SMALL", small, ScaleOptions.Small), await FindMiddleAsync(given, "LARGE", large, options.Large)];
    }

    /// <summary>Goes half way through the list, as somebody who scrolls.</summary>
    private static async Task<ScaledProject> FindMiddleAsync(Given given, string key, string projectId, int count)
    {
        var cursor = "";
        for (var seen = 0; seen < count / 2; seen += 200)
        {
            var page = await given.SendAsync(HttpMethod.Get, $"/api/tasks?projectId={projectId}&limit=200{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}");
            cursor = Uri.EscapeDataString(page.GetProperty("nextCursor").GetString()!);
        }

        return new ScaledProject(projectId, key, cursor);
    }

    private readonly record struct Answer(double Milliseconds, int Bytes);
}
