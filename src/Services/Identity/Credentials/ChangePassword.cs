using Waymark.Identity.Sessions;
using Waymark.Identity.SignIn;
using Waymark.Platform.Mail;
using Waymark.Platform.Security.Passwords;

namespace Waymark.Identity.Credentials;

public sealed record ChangePasswordRequest(
    [property: Required(AllowEmptyStrings = true), StringLength(LogIn.MaxPasswordLength)] string CurrentPassword,
    [property: Required(AllowEmptyStrings = true)] string NewPassword);

internal static class ChangePassword
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/auth/password/change", HandleAsync).RequirePermission(Permissions.SignedIn).WithMetadata(CredentialBody.Limit)
            .MayRefuse(CredentialChange.Unauthorized).WithName(nameof(ChangePassword)).WithSummary("Set a new password; your other sessions end");

    private static async Task<Results<Deleted, Problem>> HandleAsync(
        ChangePasswordRequest request, Caller caller, IdentityDbContext db, CredentialChange change, PasswordHasher hasher, LetterQueue letters, CancellationToken ct)
    {
        var (account, problem) = await change.OpenAsync(caller, request.CurrentPassword, ct);
        if (problem is not null)
        {
            return problem;
        }

        if (PasswordRules.Refuse(request.NewPassword, account!.Email, account.DisplayName) is { } reason)
        {
            return Problems.Invalid("newPassword", reason);
        }

        if (await hasher.HashAsync(request.NewPassword, ct) is not { } hash)
        {
            return SignInPassword.TooBusy;
        }

        (account.PasswordHash, account.PasswordChangedAt) = (hash, db.Scope.Now);
        await change.SaveAsync(account, caller.SessionId, SessionEnd.PasswordChanged, ct);
        letters.Add(CredentialChange.PasswordNotice(account));
        return Answers.Deleted();
    }
}
