using System.Diagnostics;

namespace Waymark.Browser.Tests.Browsing;

/// <summary>The company that <c>./waymark demo</c> makes, made when the first test looks at it.</summary>
public sealed class ExampleCompany
{
    public const string Email = "ada@aurora.example";
    public const string Password = "northern-lights-42";
    public const string Board = "/p/MOB/board";

    private Task? _making;

    internal Task MakeAsync(RunningProduct product) => _making ??= RunAsync(product.Address);

    private static async Task RunAsync(Uri address)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(own.Parent!.Parent!.FullName, "Demo", own.Name, "Waymark.Demo.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--url", address.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var demo = Process.Start(start)!;
        var told = await Task.WhenAll(demo.StandardOutput.ReadToEndAsync(), demo.StandardError.ReadToEndAsync());
        await demo.WaitForExitAsync();
        Assert.True(demo.ExitCode == 0, string.Concat(told));
    }
}
