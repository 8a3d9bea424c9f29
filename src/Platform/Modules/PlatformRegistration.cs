using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Data;
using Waymark.Platform.Http;
using Waymark.Platform.Mail;
using Waymark.Platform.Security;
using Waymark.Platform.Security.Passwords;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Platform.Modules;

/// <summary>Registers what every service builds on, without the services themselves.</summary>
public static class PlatformRegistration
{
    /// <summary>Keys, databases, HTTP, mail and the check of access tokens.</summary>
    public static IServiceCollection AddPlatform(
        this IServiceCollection services, IConfiguration configuration, MasterKey key, Func<string, ServiceDatabase> databases)
    {
        services.AddSingleton(key);
        services.AddSingleton<SecretProtector>();
        services.AddSingleton<PasswordHasher>();
        services.AddSingleton<Readiness>();
        services.AddHttpClient();
        services.AddApi();
        services.AddDatabases(databases);
        services.AddMail(configuration);
        services.AddTokenCheck(new AccessTokenOptions { Issuer = PublicUrl.Of(configuration) });
        return services;
    }
}
