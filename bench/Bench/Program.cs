using Waymark.Bench;
using Waymark.Bench.Messaging;
using Waymark.Bench.Scale;

try
{
    if (args is ["messaging", .. var rest])
    {
        await MessagingBench.RunAsync(rest);
        return 0;
    }

    if (args is ["scale", .. var scale])
    {
        await ScaleBench.RunAsync(ScaleOptions.Of(scale));
        return 0;
    }

    var options = BenchOptions.Of(args);
    Load.NeedGenerator();
    var folder = options.Keep ?? Path.Combine(Path.GetTempPath(), $"waymark-bench-{Environment.ProcessId}");
    Directory.CreateDirectory(folder);
    try
    {
        await new Measurement(options, folder).RunAsync();
        return 0;
    }
    finally
    {
        if (options.Keep is null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
catch (BenchException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
