using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.TimeSheets;

/// <summary>The course of every step of a time sheet from one state to the next.</summary>
internal sealed class SheetChange(ProjectParts parts)
{
    public static readonly ProblemKind IllegalStep =
        ProblemKind.Unprocessable("illegal_time_sheet_step", "The time sheet is in a state from which this step does not lead on.");

    public DateTimeOffset Now => parts.Db.Scope.Now;

    /// <param name="target">Which sheet, by whom, seen at which version.</param>
    /// <param name="permission">What it takes at least.</param>
    /// <param name="from">The states in which the step can be taken.</param>
    /// <param name="take">Changes the draft, or says why not.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Results<Answer<TimeSheetResponse>, Problem>> RunAsync(
        PartTarget target, string permission, IReadOnlyList<string> from, Func<OpenProject, TimeSheet, Problem?> take, CancellationToken ct) =>
        parts.ChangeAsync(TimeSheetResponse.Kind, target, permission, (open, sheet) =>
        {
            var draft = sheet.Draft();
            var problem = take(open, draft) ?? (from.Contains(sheet.State, StringComparer.Ordinal)
                ? null
                : IllegalStep.Because($"The time sheet is {sheet.State}; this takes one that is {string.Join(" or ", from)}."));
            return Task.FromResult(problem is null ? (draft, null) : ((TimeSheet?)null, problem));
        }, ct);
}
