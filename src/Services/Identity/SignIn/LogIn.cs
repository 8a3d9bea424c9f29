using Waymark.Platform.Security.Passwords;

namespace Waymark.Identity.SignIn;

public sealed record LogInRequest(
    [property: Required, StringLength(EmailAddress.MaxLength)] string Email,
    [property: Required(AllowEmptyStrings = true), StringLength(LogIn.MaxPasswordLength)] string Password);

internal static class LogIn
{
    /// <summary>In UTF-16 units: the most that 256 code points can have.</summary>
    public const int MaxPasswordLength = 2 * PasswordRules.MaxLength;

    /// <summary>One answer for a wrong password, an unknown account and an address that is none.</summary>
    private static readonly Problem Refused = Problems.Unauthorized("invalid_credentials", "The address or the password is wrong.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/users/login", HandleAsync).RequirePermission(Permissions.Public).WithMetadata(CredentialBody.Limit)
            .WithName(nameof(LogIn)).WithSummary("Sign in with address and password");

    private static async Task<Results<Answer<SignedInResponse>, Problem>> HandleAsync(
        LogInRequest request, HttpContext http, IdentityDbContext db, SignInPassword passwords, TokenIssue tokens, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(request.Email, out var address))
        {
            address = new EmailAddress(request.Email, request.Email);
        }

        var account = await db.Accounts.SingleOrDefaultAsync(a => a.EmailFolded == address.Folded && a.ClosedAt == null, ct);
        var (attempt, refused) = await passwords.CheckAsync(http, address, account, request.Password, Refused, ct);
        if (refused is not null)
        {
            return refused;
        }

        var answer = await tokens.BeginSessionAsync(http, db, account!, ct);
        await db.SaveChangesAsync(ct);
        await DeviceMark.RememberAsync(http, db, account!, attempt.KnownDevice, ct);
        return Answers.Ok(answer);
    }
}
