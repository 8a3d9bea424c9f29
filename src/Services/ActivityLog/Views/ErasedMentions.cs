using System.Text;
using System.Text.RegularExpressions;
using Waymark.ActivityLog.Recording;
using Waymark.Contracts.Users;

namespace Waymark.ActivityLog.Views;

/// <summary>
/// Takes the names of erased people out of what others wrote of them. The record itself is never changed and is encrypted, so it
/// happens when it is shown.
/// </summary>
internal static partial class ErasedMentions
{
    public static async Task<List<ActivityResponse>> HideAsync(ActivityLogDbContext db, List<ActivityResponse> entries, CancellationToken ct)
    {
        var mentioned = entries.Where(e => e.Changes is { } changes && changes.Json.Span.IndexOf("](user:"u8) >= 0)
            .SelectMany(e => Mention().Matches(TextOf(e)).Select(m => Guid.Parse(m.Groups["id"].Value))).ToHashSet();
        if (mentioned.Count == 0)
        {
            return entries;
        }

        var erased = await PersonKeys.ErasedAmongAsync(db, mentioned, ct);
        return erased.Count == 0 ? entries : entries.ConvertAll(e => e.Changes is null ? e : e with
        {
            Changes = FieldChanges.FromJson(Encoding.UTF8.GetBytes(Mention().Replace(
                TextOf(e),
                m => Guid.Parse(m.Groups["id"].Value) is var id && erased.Contains(id) ? ErasedPerson.Mention(id) : m.Value))),
        });
    }

    private static string TextOf(ActivityResponse entry) => Encoding.UTF8.GetString(entry.Changes!.Json.Span);

    [GeneratedRegex(@"@\[[^]\[\n]+\]\(user:(?<id>[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mention();
}
