namespace Waymark.Projects.Favourites;

/// <summary>Whoever sees a project no longer can still take it out of the favourites.</summary>
internal static class UnmarkFavourite
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/favourite", HandleAsync).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(UnmarkFavourite)).WithSummary("Take a project out of the favourites");

    private static Task<Results<Deleted, Problem>> HandleAsync(Guid id, Caller caller, ProjectsDbContext db, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            if (await db.Set<Favourite>().FirstOrDefaultAsync(f => f.UserId == caller.Id && f.ProjectId == id, ct) is not { } favourite)
            {
                return Problems.NotFound("favourite");
            }

            db.Remove(favourite);
            db.PublishAlone("favourites", new FavouritesChanged(caller.Id));
            await db.SaveChangesAsync(ct);
            return Answers.Deleted();
        });
}
