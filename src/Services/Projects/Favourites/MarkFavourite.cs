using Waymark.Projects.Access;

namespace Waymark.Projects.Favourites;

/// <summary>A favourite as its person sees it; its place is that in the list.</summary>
public sealed record FavouriteResponse(Guid ProjectId, DateTimeOffset AddedAt);

/// <summary>Beside which other favourite it is to stand; named by its project.</summary>
public sealed record MarkFavouriteRequest(Guid? BeforeId, Guid? AfterId);

/// <summary>
/// Makes a project a favourite of the caller's, behind the others, or moves it among them. Saying it again without a neighbour leaves it
/// where it is.
/// </summary>
internal static class MarkFavourite
{
    private static readonly ProblemKind TooManyFavourites =
        ProblemKind.Unprocessable("too_many_favourites", $"A person has at most {Favourite.MaxOfPerson} favourites; those in the archive and in the trash count, too.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/projects/{id:guid}/favourite", HandleAsync).RequirePermission(Permissions.ProjectRead)
            .MayRefuse(TooManyFavourites).WithName(nameof(MarkFavourite)).WithSummary("Make a project a favourite, or move it among the favourites");

    private static Task<Results<Answer<FavouriteResponse>, Problem>> HandleAsync(
        Guid id, MarkFavouriteRequest? request, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<FavouriteResponse>, Problem>>(async () =>
        {
            if (request is { BeforeId: not null, AfterId: not null })
            {
                return Problems.Invalid("afterId", "Either beforeId or afterId is expected.");
            }

            if (await door.FindAsync(id, caller.Id, ct) is null)
            {
                return Problems.NotFound("project");
            }

            var order = await db.Set<Favourite>().Where(f => f.UserId == caller.Id).OrderBy(f => f.Place).ThenBy(f => f.ProjectId).ToListAsync(ct);
            var favourite = order.Find(f => f.ProjectId == id);
            if (favourite is null && order.Count >= Favourite.MaxOfPerson)
            {
                return TooManyFavourites.Because();
            }

            favourite ??= db.Add(new Favourite { UserId = caller.Id, ProjectId = id, AddedAt = db.Scope.Now }).Entity;
            if (!TryPlace(order, favourite, request?.BeforeId, request?.AfterId))
            {
                return Problems.NotFound("favourite to stand beside");
            }

            for (var place = 0; place < order.Count; place++)
            {
                order[place].Place = place;
            }

            if (db.ChangeTracker.HasChanges())
            {
                db.PublishAlone("favourites", new FavouritesChanged(caller.Id));
            }

            return await db.CommitAsync(Answers.Ok(new FavouriteResponse(id, favourite.AddedAt)), ct);
        });

    /// <summary>Puts it beside another; false when that is none of the favourites.</summary>
    private static bool TryPlace(List<Favourite> order, Favourite favourite, Guid? beforeId, Guid? afterId)
    {
        if ((beforeId ?? afterId) is not { } neighbourId)
        {
            if (!order.Contains(favourite))
            {
                order.Add(favourite);
            }

            return true;
        }

        order.Remove(favourite);
        var neighbour = order.FindIndex(f => f.ProjectId == neighbourId);
        if (neighbour < 0)
        {
            return false;
        }

        order.Insert(afterId is null ? neighbour : neighbour + 1, favourite);
        return true;
    }
}
