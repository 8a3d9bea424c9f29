using Waymark.Contracts.Identity;
using Waymark.Platform.Http;

namespace Waymark.Host;

/// <summary>
/// Serves the documents of the whole product, whatever this process runs: its API and its events. Tests write the files and fail
/// when they are stale.
/// </summary>
internal static class DocumentFiles
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/openapi/v1.json", () => Open("openapi.json")).RequirePermission(Permissions.Public)
            .WithName("GetApiDocument").WithSummary("The OpenAPI document of the product").WithTags("documents");
        routes.MapGet("/asyncapi/v1.json", () => Open("asyncapi.json")).RequirePermission(Permissions.Public)
            .WithName("GetEventDocument").WithSummary("The AsyncAPI document of the product's events").WithTags("documents");
    }

    private static IResult Open(string resource) => Results.Stream(
        typeof(DocumentFiles).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the program."),
        "application/json");
}
