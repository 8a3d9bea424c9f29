using Waymark.Bench;

try
{
    var options = BenchOptions.Of(args);
    Load.NeedGenerator();
    var folder = Path.Combine(Path.GetTempPath(), $"waymark-bench-{Environment.ProcessId}");
    Directory.CreateDirectory(folder);
    try
    {
        await new Measurement(options, folder).RunAsync();
        return 0;
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}
catch (BenchException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
