using System.Net;
using Waymark.Identity.Credentials;
using Waymark.Platform.Data;
using Waymark.Platform.Modules;
using Waymark.Platform.Operations;
using Waymark.Platform.Operations.Backups;

namespace Waymark.Host;

/// <summary>The program's verbs; what the person who typed them can put right is said in one sentence.</summary>
public static class Verbs
{
    /// <summary>Those without a colon: the product's, and what the framework's host takes.</summary>
    private static readonly string[] Settings =
        ["port", "host", "data", "services", "PublicUrl", "Registration", "AllowedHosts", "environment", "contentRoot", "applicationName"];

    /// <summary>Does what the arguments say with the services of a catalogue: the product's own, or one that measures it adds its own.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<IServiceModule> catalogue, string[] args)
    {
        var (verb, rest) = args is [var first, .. var others] && !first.StartsWith('-') ? (first, others) : ("run", args);
        try
        {
            return await RunAsync(catalogue, verb, rest, CancellationToken.None);
        }
        catch (Exception failure) when (StartupException.From(failure) is { } known)
        {
            await Console.Error.WriteLineAsync(known.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(IReadOnlyList<IServiceModule> catalogue, string verb, string[] rest, CancellationToken ct)
    {
        var (options, words) = VerbArguments.Of(rest);
        if (Misunderstood(verb, options, words) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 2;
        }

        var configuration = ProductBuilder.Of(options).Configuration;
        var settings = ProductSettings.Of(configuration);
        switch (verb)
        {
            case "run":
                await using (var product = await Product.StartAsync(catalogue, rest))
                {
                    await product.WaitForShutdownAsync();
                }

                return 0;
            case "migrate":
                return await MigrateCommand.RunAsync(Context(catalogue, configuration, settings), ct);
            case "doctor":
                return await DoctorCommand.RunAsync(Context(catalogue, configuration, settings), IPAddress.Loopback, settings.Port, ct);
            case "backup":
                return await BackupCommand.RunAsync(Context(catalogue, configuration, settings), words, ct);
            case "restore":
                return await RestoreCommand.RunAsync(Context(catalogue, configuration, settings), words, ct);
            case "reset-password" when words is [var email]:
                return await ResetPasswordAsync(email, configuration, settings, ct);
            case "reset-password":
                await Console.Error.WriteLineAsync("Name the address of the account: ./waymark reset-password ada@example.org");
                return 2;
            default:
                await Console.Error.WriteLineAsync($"There is no verb '{verb}'; try ./waymark help.");
                return 2;
        }
    }

    /// <summary>Why the arguments cannot be meant so; null when they can. Settings of parts have a colon and are many, so they are not looked at.</summary>
    private static string? Misunderstood(string verb, string[] options, string[] words) =>
        VerbArguments.NamesOf(options).FirstOrDefault(name => !name.Contains(':', StringComparison.Ordinal) && !Settings.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? $"There is no setting --{unknown}; README.md lists them, and ./waymark help the verbs."
        : verb is "run" or "migrate" or "doctor" && words is [var word, ..]
            ? $"./waymark {verb} cannot do anything with '{word}'; settings begin with --, such as --port 8081."
        : null;

    private static OperationContext Context(IReadOnlyList<IServiceModule> catalogue, IConfiguration configuration, ProductSettings settings)
    {
        var selection = ServiceSelection.Of(catalogue, settings.Services);
        using var provider = Registrations(configuration, settings, selection).BuildServiceProvider();
        return new OperationContext(configuration, settings.DataFolder, [.. provider.GetServices<ServiceDatabaseDescriptor>()], Console.Out)
        {
            Catalogue = selection.Subscriptions,
        };
    }

    private static ServiceCollection Registrations(IConfiguration configuration, ProductSettings settings, ServiceSelection selection)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging();
        selection.AddServices(services, configuration);
        return services;
    }

    private static async Task<int> ResetPasswordAsync(string email, IConfiguration configuration, ProductSettings settings, CancellationToken ct)
    {
        var selection = ServiceSelection.Of(ServiceCatalog.All, "identity");
        await using var installation = await Installation.JoinMadeAsync(configuration, settings.DataFolder, ["identity"], ct);
        ProductSettings.FillIn(configuration, installation.Path);
        var services = Registrations(configuration, settings, selection);
        services.AddPlatform(configuration, installation.Key, installation.AddressOf);
        await using var provider = services.BuildServiceProvider();
        return await PrintResetLink.RunAsync(provider, email, Console.Out, ct);
    }
}
