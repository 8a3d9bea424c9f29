namespace Waymark.Projects.Rates;

/// <summary>A time entry with the rate of its person on its day, where it is billable and somebody has set one.</summary>
internal sealed record PricedEntry(TimeEntry Entry, ProjectRate? Rate)
{
    /// <summary>What it costs, in the currency's smallest unit; half a unit counts as a whole one.</summary>
    public long? Amount => Rate is null ? null : (long)Math.Round(Entry.Minutes * (decimal)Rate.Amount / 60, MidpointRounding.AwayFromZero);

    public string? Currency => Rate?.Currency;
}

/// <summary>Finds the rates of entries in the statement that reads them: a person's own goes before that of everybody.</summary>
internal static class PricedEntries
{
    /// <summary>A rate that has ended gives way to that of everybody, and not to the one that it had followed.</summary>
    public static IQueryable<PricedEntry> WithRates(this IQueryable<TimeEntry> entries, ProjectsDbContext db) => entries.Select(e => new PricedEntry(
        e,
        db.Set<ProjectRate>()
            .Where(r => e.IsBillable && r.ProjectId == e.ProjectId && (r.UserId == e.UserId || r.UserId == null) && r.ValidFrom <= e.Date
                && (r.ValidUntil == null || r.ValidUntil >= e.Date)
                && !db.Set<ProjectRate>().Any(n => n.ProjectId == r.ProjectId && n.UserId == r.UserId && n.ValidFrom > r.ValidFrom && n.ValidFrom <= e.Date))
            .OrderBy(r => r.UserId == null).ThenByDescending(r => r.ValidFrom)
            .FirstOrDefault()));

    public static IQueryable<PricedEntry> WithoutRates(this IQueryable<TimeEntry> entries) => entries.Select(e => new PricedEntry(e, null));
}
