using Npgsql;

namespace Waymark.Identity.SignIn;

public sealed record RegisterRequest(
    [property: Required, StringLength(EmailAddress.MaxLength)] string Email,
    [property: Required(AllowEmptyStrings = true)] string Password,
    [property: Required, TrimmedLength(UserAccount.MaxDisplayNameLength)] string DisplayName);

internal static class Register
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/users/register", HandleAsync).RequirePermission(Permissions.Public).WithMetadata(CredentialBody.Limit, BrowserCookies.Header)
            .MayRefuse(AccountCreation.EmailTaken, ProblemKinds.Forbidden).WithName(nameof(Register)).WithSummary("Make an account and sign in");

    private static async Task<Results<CreatedAnswer<SignedInResponse>, Problem>> HandleAsync(
        RegisterRequest request, HttpContext http, IdentityDbContext db, AccountCreation creation, TokenIssue tokens, CancellationToken ct)
    {
        var (draft, problem) = await creation.PrepareAsync(request, ct);
        if (problem is not null)
        {
            return problem;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await creation.AdmitAsync(draft!, ct))
        {
            return AccountCreation.InvitedOnly;
        }

        db.Scope.Request.ActorId = draft!.Id;
        db.Accounts.Add(draft);
        db.Publish(draft, new UserCreated(draft.Id, draft.Email, draft.DisplayName, draft.Roles, draft.CreatedAt));
        var answer = await tokens.BeginSessionAsync(http, db, draft, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            http.Response.Headers.SetCookie = default;
            return AccountCreation.EmailTaken.Because();
        }

        await DeviceMark.RememberAsync(http, db, draft, known: null, ct);
        await transaction.CommitAsync(ct);
        db.Scope.Signal.Set();
        return Answers.Created($"/api/users/{draft.Id}", answer);
    }
}
