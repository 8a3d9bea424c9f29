using Waymark.Platform.Operations;

namespace Waymark.Host;

/// <summary>The program's verbs; what the person who typed them can put right is said in one sentence.</summary>
internal static class Verbs
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (verb, rest) = args is [var first, .. var others] && !first.StartsWith('-') ? (first, others) : ("run", args);
        try
        {
            switch (verb)
            {
                case "run":
                    await using (var product = await Product.StartAsync(rest))
                    {
                        await product.WaitForShutdownAsync();
                    }

                    return 0;
                default:
                    await Console.Error.WriteLineAsync($"There is no verb '{verb}'; try ./waymark help.");
                    return 2;
            }
        }
        catch (Exception failure) when (StartupException.From(failure) is { } known)
        {
            await Console.Error.WriteLineAsync(known.Message);
            return 1;
        }
    }
}
