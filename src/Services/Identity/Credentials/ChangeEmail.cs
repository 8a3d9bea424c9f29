using Npgsql;
using Waymark.Identity.Sessions;
using Waymark.Identity.SignIn;
using Waymark.Platform.Mail;

namespace Waymark.Identity.Credentials;

public sealed record ChangeEmailRequest(
    [property: Required, StringLength(EmailAddress.MaxLength)] string Email,
    [property: Required(AllowEmptyStrings = true), StringLength(LogIn.MaxPasswordLength)] string CurrentPassword);

internal static class ChangeEmail
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/auth/email/change", HandleAsync).RequirePermission(Permissions.SignedIn).WithMetadata(CredentialBody.Limit)
            .WithName(nameof(ChangeEmail)).WithSummary("Sign in with another address from now on; your other sessions end");

    private static async Task<Results<Answer<SignedInUser>, Problem>> HandleAsync(
        ChangeEmailRequest request, Caller caller, IdentityDbContext db, CredentialChange change, LetterQueue letters, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(request.Email, out var address))
        {
            return Problems.Invalid("email", "A mail address is expected.");
        }

        var (account, problem) = await change.OpenAsync(caller, request.CurrentPassword, ct);
        if (problem is not null)
        {
            return problem;
        }

        if (account!.Email == address.Text)
        {
            return Answers.Ok(SignedInUser.Of(account));
        }

        var former = account.Email;
        account.SetEmail(address);
        db.Publish(account, new UserEmailChanged(account.Id, account.Email));
        try
        {
            await change.SaveAsync(account, caller.SessionId, SessionEnd.EmailChanged, ct);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return AccountCreation.EmailTaken;
        }

        letters.Add(new Letter(former, "Your address was changed", $"Your account signs in with {account.Email} from now on.\nIf this was not you, ask the administrator of this installation at once.\n", account.Id));
        return Answers.Ok(SignedInUser.Of(account));
    }
}
