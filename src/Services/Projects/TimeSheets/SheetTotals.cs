namespace Waymark.Projects.TimeSheets;

/// <summary>Adds up the entries of sheets, all in one statement.</summary>
internal static class SheetTotals
{
    public static async Task FillInAsync(ProjectsDbContext db, IReadOnlyList<TimeSheet> sheets, CancellationToken ct)
    {
        var ids = sheets.Select(s => s.Id).ToArray();
        var totals = await db.Set<TimeSheet>().Where(s => ids.Contains(s.Id)).Select(s => new
        {
            s.Id,
            Entries = db.Set<TimeEntry>().Where(e => e.UserId == s.UserId && e.Date >= s.Week && e.Date < s.Week.AddDays(7) && e.ProjectId == s.ProjectId)
                .GroupBy(_ => 1).Select(all => new { Minutes = all.Sum(e => e.Minutes), Billable = all.Sum(e => e.IsBillable ? e.Minutes : 0) })
                .FirstOrDefault(),
        }).ToDictionaryAsync(s => s.Id, s => s.Entries, ct);
        foreach (var sheet in sheets)
        {
            var total = totals.GetValueOrDefault(sheet.Id);
            sheet.Total = new SheetTotal(total?.Minutes ?? 0, total?.Billable ?? 0);
        }
    }
}
