using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Platform.Mail;

/// <summary>Registers how mail leaves the installation.</summary>
public static class MailSettings
{
    /// <summary>Where letters are put: the host sets it to <c>mail</c> in the data folder.</summary>
    public const string Folder = "Mail:Folder";

    /// <summary>What goes through <see cref="LetterQueue"/> is sent behind the answers. Letters become <c>.eml</c> files in <see cref="Folder"/>; their sender is <c>Mail:From</c>.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<LetterQueue>().AddHostedService(provider => provider.GetRequiredService<LetterQueue>()).AddSingleton<IMail>(provider => new MailFolder(
            configuration[Folder] is { Length: > 0 } folder ? folder : Path.Combine("data", "mail"),
            configuration["Mail:From"] is { Length: > 0 } sender ? sender : "waymark@localhost",
            provider.GetRequiredService<TimeProvider>()));
}
