using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Favourites;

public sealed class UnmarkFavouriteTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_favourite_goes_once_and_also_when_its_project_is_out_of_sight()
    {
        var path = await places.TeamProjectAsync();
        await places.Viewer.PutAsync($"{path}/favourite", new { }).JsonAsync();
        await places.Owner.DeleteAsync($"{path}/members/{places.Viewer.Id}").JsonAsync(HttpStatusCode.NoContent);
        await places.Contributor.DeleteAsync($"{path}/favourite").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Viewer.DeleteAsync($"{path}/favourite").JsonAsync(HttpStatusCode.NoContent);
        await places.Viewer.DeleteAsync($"{path}/favourite").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
