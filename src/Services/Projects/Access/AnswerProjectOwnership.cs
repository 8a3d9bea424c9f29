using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Projects.Access;

/// <summary>Answers users before somebody's account is erased.</summary>
internal sealed class AnswerProjectOwnership(IServiceProvider services) : IProjectOwnership
{
    public async Task<IReadOnlyList<OwnedProject>> FindOnlyOwnedAsync(Guid userId, CancellationToken ct) =>
        await services.GetRequiredService<ProjectsDbContext>().Projects
            .Where(p => p.DeletedAt == null && p.Members.Count > 1
                && p.Members.Any(m => m.UserId == userId && m.Rank == ProjectMember.OwnerRank)
                && !p.Members.Any(m => m.UserId != userId && m.Rank == ProjectMember.OwnerRank))
            .OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new OwnedProject(p.Id, p.Name)).ToListAsync(ct);
}
