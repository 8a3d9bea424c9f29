using System.Globalization;
using Npgsql;
using Waymark.Projects.Views;

namespace Waymark.Projects.Favourites;

internal static class ListFavourites
{
    private const string Sort = "place";

    /// <summary>What is in the archive or the trash, or not the caller's to see any more, keeps its place and is left out.</summary>
    private const string Query =
        $"""
        select f.project_id, f.added_at, f.place
        from favourite f join project p on p.id = f.project_id
        where f.user_id = @caller and p.deleted_at is null and p.archived_at is null and {ListProjects.Visible}
            and (f.place, f.project_id) > (@place, @id)
        order by f.place, f.project_id
        limit @limit
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/favourites", HandleAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(ListFavourites)).WithSummary("List the caller's favourite projects, in the caller's own order");

    private static async Task<Results<Answer<Page<FavouriteResponse>>, Problem>> HandleAsync(
        int? limit, string? cursor, Caller caller, ProjectsDbContext db, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        var (place, id) = (-1, Guid.Empty);
        if (cursor is not null)
        {
            if (!Cursor.TryParse(cursor, Sort, out var from) || !int.TryParse(from.Value, NumberStyles.None, CultureInfo.InvariantCulture, out place))
            {
                return Cursor.Invalid;
            }

            id = from.Id;
        }

        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", caller.Id));
        command.Parameters.Add(new NpgsqlParameter<int>("place", place));
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", size + 1));
        await using var row = await command.ExecuteReaderAsync(ct);
        var favourites = new List<(FavouriteResponse Favourite, int Place)>();
        while (await row.ReadAsync(ct))
        {
            favourites.Add((new FavouriteResponse(row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1)), row.GetInt32(2)));
        }

        var page = Page<(FavouriteResponse Favourite, int Place)>.Of(
            favourites, size, f => new Cursor(Sort, f.Place.ToString(CultureInfo.InvariantCulture), f.Favourite.ProjectId).ToString());
        return Answers.Ok(new Page<FavouriteResponse>([.. page.Items.Select(f => f.Favourite)], page.NextCursor));
    }
}
