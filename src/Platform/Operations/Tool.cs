using System.ComponentModel;
using System.Diagnostics;

namespace Waymark.Platform.Operations;

/// <summary>Runs a small program to its end.</summary>
internal static class Tool
{
    /// <summary>Its exit code and all it wrote; null when there is no such program.</summary>
    public static async Task<(int Code, string Output)?> RunAsync(IReadOnlyList<string> command, CancellationToken ct)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            // The caller's folder may be closed to the user that the program runs as.
            WorkingDirectory = "/",
        };
        CleanEnvironment(start);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>PostgreSQL's programs obey dozens of variables: they get none of ours.</summary>
    public static void CleanEnvironment(ProcessStartInfo start)
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path + ":/usr/sbin:/sbin";
        start.Environment["LC_ALL"] = "C.UTF-8";
    }
}
