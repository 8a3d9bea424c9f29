using Microsoft.Extensions.DependencyInjection;
using Waymark.Identity.SignIn;
using Waymark.Platform.Mail;

namespace Waymark.Identity.Credentials;

public sealed record ForgotPasswordRequest([property: Required, StringLength(EmailAddress.MaxLength)] string Email);

/// <summary>
/// Sends a link that sets a new password. The answer is the same, and as quick, whether the address is known or not: everything
/// that depends on it happens after the answer.
/// </summary>
internal static class ForgotPassword
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/auth/password/forgot", Handle).RequirePermission(Permissions.Public).WithMetadata(CredentialBody.Limit)
            .WithName(nameof(ForgotPassword)).WithSummary("Ask for a link that sets a new password");

    private static Accepted Handle(ForgotPasswordRequest request, LetterQueue letters, IServiceScopeFactory scopes)
    {
        if (EmailAddress.TryParse(request.Email, out var address))
        {
            letters.Add(async ct =>
            {
                await using var scope = scopes.CreateAsyncScope();
                return await scope.ServiceProvider.GetRequiredService<PasswordResetLink>().WriteAsync(address, ct);
            });
        }

        return TypedResults.Accepted((string?)null);
    }
}
