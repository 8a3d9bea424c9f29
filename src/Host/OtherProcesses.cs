using Microsoft.Extensions.DependencyInjection.Extensions;
using Waymark.Contracts.Identity;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Contracts.Users;
using Waymark.Platform.Http;
using Waymark.Platform.Modules;
using Waymark.Platform.Security;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Host;

/// <summary>What stands in for the services that run in other processes.</summary>
internal static class OtherProcesses
{
    private const string Identity = "identity";

    /// <summary>Registered after the selected services, so that whatever they answer themselves stays theirs.</summary>
    public static void AddOtherProcesses(this IServiceCollection services, ServiceSelection selection, IConfiguration configuration)
    {
        services.TryAddSingleton<IAccounts, AbsentServices>();
        services.TryAddSingleton<IUserDirectory, AbsentServices>();
        services.TryAddSingleton<IWorkspaceAccess, AbsentServices>();
        services.TryAddSingleton<IWorkspaceInvitations, AbsentServices>();
        services.TryAddSingleton<IProjectAccess, AbsentServices>();
        services.TryAddSingleton<IProjectOwnership, AbsentServices>();
        services.TryAddSingleton<IProjectInvitations, AbsentServices>();
        services.TryAddSingleton<IProjectDefinitions, AbsentServices>();
        services.TryAddSingleton<IProjectCapacity, AbsentServices>();
        services.TryAddSingleton<ITaskAccess, AbsentServices>();
        if (!selection.Runs(Identity))
        {
            services.AddPublishedKeys(configuration);
        }
    }

    /// <summary>Without an address of identity, the public one leads to its keys.</summary>
    private static void AddPublishedKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var address = configuration[$"Services:{Identity}:Url"] is { Length: > 0 } url ? url : PublicUrl.Of(configuration);
        services.AddHttpClient(Identity, client => client.BaseAddress = new Uri(address));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PublishedSigningKeys>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(Identity)));
        services.AddSingleton<ISigningKeys>(provider => provider.GetRequiredService<PublishedSigningKeys>());
        services.AddHostedService(provider => provider.GetRequiredService<PublishedSigningKeys>());
    }
}

/// <summary>Services of different processes know of each other by events alone; a question says that it cannot be asked.</summary>
internal sealed class AbsentServices
    : IAccounts, IUserDirectory, IWorkspaceAccess, IWorkspaceInvitations, IProjectAccess, IProjectOwnership, IProjectInvitations, IProjectDefinitions, IProjectCapacity, ITaskAccess
{
    Task<Account?> IAccounts.FindAsync(Guid userId, CancellationToken ct) => throw new AbsentServiceException("identity");

    Task<Account?> IAccounts.FindByEmailAsync(string email, CancellationToken ct) => throw new AbsentServiceException("identity");

    Task<PasswordConfirmation> IAccounts.ConfirmAsync(Guid userId, string password, CancellationToken ct) => throw new AbsentServiceException("identity");

    Task<IReadOnlyList<DirectoryUser>> IUserDirectory.FindAsync(IReadOnlyCollection<Guid> userIds, CancellationToken ct) => throw new AbsentServiceException("users");

    Task<DirectoryUser?> IUserDirectory.FindByEmailAsync(string email, CancellationToken ct) => throw new AbsentServiceException("users");

    Task<WorkspaceState?> IWorkspaceAccess.FindAsync(Guid workspaceId, Guid userId, CancellationToken ct) => throw new AbsentServiceException("users");

    Task<bool> IWorkspaceInvitations.IsInvitedAsync(string foldedEmail, CancellationToken ct) => throw new AbsentServiceException("users");

    Task<ProjectAccess?> IProjectAccess.FindAsync(Guid projectId, Guid userId, CancellationToken ct) => throw new AbsentServiceException("projects");

    Task<IReadOnlyList<OwnedProject>> IProjectOwnership.FindOnlyOwnedAsync(Guid userId, CancellationToken ct) => throw new AbsentServiceException("projects");

    Task<bool> IProjectInvitations.IsInvitedAsync(string foldedEmail, CancellationToken ct) => throw new AbsentServiceException("projects");

    Task<ProjectDefinitions?> IProjectDefinitions.FindAsync(Guid projectId, Guid userId, CancellationToken ct) => throw new AbsentServiceException("projects");

    Task<IReadOnlyList<PersonTime>> IProjectCapacity.FindAsync(Guid projectId, IReadOnlyCollection<Guid> userIds, Workdays workdays, CancellationToken ct) => throw new AbsentServiceException("projects");

    Task<TaskSnapshot?> ITaskAccess.FindAsync(Guid taskId, Guid userId, CancellationToken ct) => throw new AbsentServiceException("tasks");

    Task<IReadOnlyDictionary<string, int>> ITaskAccess.CountByStatusAsync(Guid projectId, CancellationToken ct) => throw new AbsentServiceException("tasks");

    Task<IReadOnlyDictionary<Guid, TaskTally>> ITaskAccess.TallyAsync(IReadOnlyCollection<Guid> projectIds, CancellationToken ct) => throw new AbsentServiceException("tasks");

    Task<IReadOnlyList<TaskPlan>> ITaskAccess.PlansOfAsync(Guid projectId, CancellationToken ct) => throw new AbsentServiceException("tasks");
}
