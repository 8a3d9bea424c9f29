using System.Globalization;

namespace Waymark.Bench;

/// <summary>
/// Puts a program to a work until its compiler is done with it. What compiles a program while it runs takes a good part of the processor for a
/// while, the longer the more code the work passes; the program that people use has been running for longer.
/// </summary>
internal static class WarmUp
{
    /// <summary>The thread of the runtime that compiles methods anew once they have proved to be busy.</summary>
    private const string Compiler = ".NET Tiered Com";

    /// <summary>With less of the program's processor time than this the compiler counts as done.</summary>
    private const double Done = 0.03;

    private const int Step = 4;
    private const int Longest = 90;

    public static async Task RunAsync(Target target, Work work, BenchOptions options, int postgres)
    {
        var id = target.Program.Id;
        await Load.RunAsync(target, work, options.WarmUpSeconds, postgres);
        if (!options.AwaitsCompiler)
        {
            return;
        }

        for (var (seconds, share) = (options.WarmUpSeconds, 1.0); share > Done; seconds += Step)
        {
            if (seconds > Longest)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name} still compiles after {seconds} s of '{work.Title}', {share:P0} of its processor time"));
                return;
            }

            var (program, compiler) = (Machine.SecondsOf(id), Machine.SecondsOfThreads(id, Compiler));
            await Load.RunAsync(target, work, Step, postgres);
            share = (Machine.SecondsOfThreads(id, Compiler) - compiler) / (Machine.SecondsOf(id) - program);
        }
    }
}
