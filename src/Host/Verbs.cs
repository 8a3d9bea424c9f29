using System.Net;
using Waymark.Platform.Data;
using Waymark.Platform.Modules;
using Waymark.Platform.Operations;
using Waymark.Platform.Operations.Backups;

namespace Waymark.Host;

/// <summary>The program's verbs; what the person who typed them can put right is said in one sentence.</summary>
internal static class Verbs
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (verb, rest) = args is [var first, .. var others] && !first.StartsWith('-') ? (first, others) : ("run", args);
        try
        {
            if (verb != "run")
                return await OperateAsync(verb, VerbArguments.Of(rest), CancellationToken.None);
            await using var product = await Product.StartAsync(rest);
            await product.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception failure) when (StartupException.From(failure) is { } known)
        {
            await Console.Error.WriteLineAsync(known.Message);
            return 1;
        }
    }

    private static async Task<int> OperateAsync(string verb, VerbArguments arguments, CancellationToken ct)
    {
        var configuration = WebApplication.CreateBuilder(arguments.Settings).Configuration;
        var settings = ProductSettings.Of(configuration);
        var services = new ServiceCollection();
        ServiceSelection.Of(ServiceCatalog.All, settings.Services).AddServices(services, configuration);
        var context = new OperationContext(configuration, settings.DataFolder, ServiceDatabaseRegistration.DatabasesOf(services), Console.Out);
        switch (verb)
        {
            case "migrate":
                return await MigrateCommand.RunAsync(context, ct);
            case "backup":
                return await BackupCommand.RunAsync(context, arguments.Words, ct);
            case "restore":
                return await RestoreCommand.RunAsync(context, arguments.Words, ct);
            case "doctor":
                return await DoctorCommand.RunAsync(context, IPAddress.TryParse(settings.Address, out var ip) ? ip : IPAddress.Loopback, settings.Port, ct);
            default:
                await Console.Error.WriteLineAsync($"There is no verb '{verb}'; try ./waymark help.");
                return 2;
        }
    }
}
