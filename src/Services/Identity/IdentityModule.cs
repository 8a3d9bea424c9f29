using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Users;
using Waymark.Identity.Credentials;
using Waymark.Identity.Erasure;
using Waymark.Identity.Keys;
using Waymark.Identity.Sessions;
using Waymark.Identity.SignIn;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Identity;

/// <summary>Identity: accounts, signing in, sessions, credentials, the keys of access tokens.</summary>
public sealed class IdentityModule : IServiceModule
{
    public string Name => "identity";

    public void AddServices(ServiceBuilder builder)
    {
        builder.AddServiceDatabase<IdentityDbContext>();
        builder.AddJson(IdentityJson.Default);
        builder.Services.AddScoped<IAccounts, AccountLookup>();

        builder.Services.AddSingleton<SigningKeyRing>();
        builder.Services.AddSingleton<ISigningKeys>(provider => provider.GetRequiredService<SigningKeyRing>());
        builder.Services.AddHostedService<KeepSigningKeys>();

        builder.Services.AddScoped<AccountCreation>();
        builder.Services.AddScoped<SignInThrottle>();
        builder.Services.AddScoped<SignInPassword>();
        builder.Services.AddScoped<TokenIssue>();

        builder.Services.AddScoped<SessionEnd>();
        builder.Services.AddHostedService<KeepRevocations>();
        builder.Services.AddHostedService<SweepExpired>();

        builder.Services.AddScoped<CredentialChange>();
        builder.Services.AddScoped<PasswordRenewal>();
        builder.Services.AddScoped<PasswordResetLink>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        Register.Map(routes);
        LogIn.Map(routes);

        RefreshSession.Map(routes);
        LogOut.Map(routes);
        ListSessions.Map(routes);
        EndSession.Map(routes);

        ChangePassword.Map(routes);
        ChangeEmail.Map(routes);
        ForgotPassword.Map(routes);
        ResetPassword.Map(routes);

        PublishKeys.Map(routes);
    }

    public void Subscribe(Subscriptions events)
    {
        events.On<AccountErasureRequested, CloseAccount>();
        events.On<AccountAnonymised, EraseCredentials>();
    }
}
