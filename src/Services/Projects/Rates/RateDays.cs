namespace Waymark.Projects.Rates;

/// <summary>On a day at most one rate of the same person begins; of two at once the unique index lets one through.</summary>
internal static class RateDays
{
    public static readonly ProblemKind RateExists =
        ProblemKind.Conflict("rate_exists", "The project has a rate from that day on already; change that one.");

    /// <summary>How many rates the project has, and whether another one of the same person begins on the day of this one.</summary>
    public static async Task<(int Count, bool IsTaken)> CountAsync(ProjectsDbContext db, ProjectRate rate, CancellationToken ct)
    {
        var (id, userId, validFrom) = (rate.Id, rate.UserId, rate.ValidFrom);
        var rates = await db.Set<ProjectRate>().Where(r => r.ProjectId == rate.ProjectId).GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), IsTaken = all.Any(r => r.Id != id && r.UserId == userId && r.ValidFrom == validFrom) })
            .FirstOrDefaultAsync(ct);
        return rates is null ? (0, false) : (rates.Count, rates.IsTaken);
    }
}
