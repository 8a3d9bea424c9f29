using Microsoft.Extensions.Configuration;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Users;
using Waymark.Platform.Security.Passwords;

namespace Waymark.Identity.SignIn;

/// <summary>Decides who may have an account, and with which roles.</summary>
internal sealed class AccountCreation(
    IdentityDbContext db, PasswordHasher hasher, IConfiguration configuration, IWorkspaceInvitations workspaces, IProjectInvitations projects)
{
    public static readonly ProblemKind EmailTaken = ProblemKind.Conflict("email_taken", "There is already an account with this address.");

    public static readonly Problem InvitedOnly = Problems.Forbidden("Only somebody who was invited can make an account here, with the invited address.");

    private readonly bool _isByInvitation = "invite".Equals(configuration["Registration"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The account that the request asks for, not yet in the database, or what is wrong with it.</summary>
    public async Task<(UserAccount? Draft, Problem? Problem)> PrepareAsync(RegisterRequest request, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(request.Email, out var address))
        {
            return (null, Problems.Invalid("email", "A mail address is expected."));
        }

        var name = request.DisplayName.Trim();
        if (PasswordRules.Refuse(request.Password, address.Text, name) is { } reason)
        {
            return (null, Problems.Invalid("password", reason));
        }

        // Both are asked before the costly hash, and decided again by the row of the first person and by the unique index.
        if (_isByInvitation && await db.Accounts.AnyAsync(ct) && !await IsInvitedAsync(address.Folded, ct))
        {
            return (null, InvitedOnly);
        }

        if (await db.Accounts.AnyAsync(a => a.EmailFolded == address.Folded, ct))
        {
            return (null, EmailTaken.Because());
        }

        var now = db.Scope.Now;
        return await hasher.HashAsync(request.Password, ct) is not { } hash
            ? (null, SignInPassword.TooBusy)
            : (new UserAccount
            {
                Id = Guid.CreateVersion7(now),
                Email = address.Text,
                EmailFolded = address.Folded,
                DisplayName = name,
                PasswordHash = hash,
                Roles = [PlatformRoles.User],
                CreatedAt = now,
                PasswordChangedAt = now,
            }, null);
    }

    /// <summary>
    /// Lets the account in: the first of all becomes administrator, whatever the setting; later ones need an open installation or an invitation.
    /// Of two first ones the row's key lets one win, and the other waits for it.
    /// </summary>
    public async Task<bool> AdmitAsync(UserAccount account, CancellationToken ct)
    {
        var isFirst = await db.Database.ExecuteSqlAsync(
            $"insert into founder (id, user_id) values ({Founder.OnlyId}, {account.Id}) on conflict (id) do nothing", ct) == 1;
        if (isFirst)
        {
            account.Roles = [PlatformRoles.Administrator, PlatformRoles.User];
        }

        return isFirst || !_isByInvitation || await IsInvitedAsync(account.EmailFolded, ct);
    }

    private async Task<bool> IsInvitedAsync(string foldedEmail, CancellationToken ct) =>
        await workspaces.IsInvitedAsync(foldedEmail, ct) || await projects.IsInvitedAsync(foldedEmail, ct);
}
