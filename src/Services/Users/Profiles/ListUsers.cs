using Microsoft.AspNetCore.Mvc;

namespace Waymark.Users.Profiles;

/// <summary>
/// Finds people by a piece of their name or address, or resolves ids to names: among those who share a workspace with the
/// caller. Who shares only a project is a guest of its workspace, so that is everybody whom the caller meets.
/// </summary>
internal static class ListUsers
{
    private const string Sort = "displayName";
    private const int MaxIds = PageLimit.Max;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/users", HandleAsync).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(ListUsers)).WithSummary("Find people who share a workspace or a project with the caller");

    private static async Task<Results<Answer<Page<UserResponse>>, Problem>> HandleAsync(
        string? query, [FromQuery] string[]? ids, int? limit, string? cursor, Caller caller, UsersDbContext db, CancellationToken ct)
    {
        if (PageLimit.Check(limit ?? (ids is { Length: > 0 } ? MaxIds : null), out var size) is { } wrong)
        {
            return wrong;
        }

        Cursor? from = null;
        if (cursor is not null && !(Cursor.TryParse(cursor, Sort, out from) && from.Value is not null))
        {
            return Cursor.Invalid;
        }

        var people = db.VisibleTo(caller.Id).AsNoTracking();
        if (ids is { Length: > 0 })
        {
            if (Parse(ids) is not { Length: <= MaxIds } wanted)
            {
                return Problems.Invalid("ids", $"At most {MaxIds} ids are expected.");
            }

            people = people.Where(p => wanted.Contains(p.Id));
        }
        else
        {
            // A tombstone is resolved, not found.
            people = people.Where(p => p.ErasedAt == null);
        }

        if (!string.IsNullOrWhiteSpace(query))
        {
            var text = query.Trim().ToLowerInvariant();
            var pattern = "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            people = people.Where(p => EF.Functions.ILike(p.DisplayName, pattern) || p.EmailFolded.StartsWith(text));
        }

        if (from is { Value: { } name, Id: var id })
        {
            people = people.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.DisplayName.ToLower(), p.Id), ValueTuple.Create(name.ToLower(), id)));
        }

        var rows = await people.OrderBy(p => p.DisplayName.ToLower()).ThenBy(p => p.Id).Take(size + 1).ToListAsync(ct);
        var page = Page<Profile>.Of(rows, size, p => new Cursor(Sort, p.DisplayName, p.Id).ToString());
        return Answers.Ok(new Page<UserResponse>([.. page.Items.Select(p => UserResponse.Of(p, caller.Id))], page.NextCursor));
    }

    private static Guid[]? Parse(string[] given)
    {
        var texts = given.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        var ids = new List<Guid>(texts.Count);
        foreach (var text in texts)
        {
            if (!Guid.TryParse(text, out var id))
            {
                return null;
            }

            ids.Add(id);
        }

        return [.. ids.Distinct()];
    }
}
