using Waymark.Contracts.Users;

namespace Waymark.Services.Tests.Given;

/// <summary>Stands in for users where that service is no part of the product under test: it knows nobody.</summary>
internal sealed class NoUsers : IUserDirectory, IWorkspaceAccess
{
    public Task<IReadOnlyList<DirectoryUser>> FindAsync(IReadOnlyCollection<Guid> userIds, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DirectoryUser>>([]);

    public Task<DirectoryUser?> FindByEmailAsync(string email, CancellationToken ct) => Task.FromResult<DirectoryUser?>(null);

    public Task<WorkspaceState?> FindAsync(Guid workspaceId, Guid userId, CancellationToken ct) => Task.FromResult<WorkspaceState?>(null);
}
