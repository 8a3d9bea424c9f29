using Waymark.Contracts.Identity;
using Waymark.Platform.Http;

namespace Waymark.Host;

/// <summary>
/// Serves the API document of the whole product, whatever this process runs. A test writes the file and fails when it is stale.
/// </summary>
internal static class ApiDocumentFile
{
    private const string Resource = "openapi.json";

    public static void MapApiDocument(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/openapi/v1.json", () => Results.Stream(Open(), "application/json")).RequirePermission(Permissions.Public)
            .WithName("GetApiDocument").WithSummary("The OpenAPI document of the product").WithTags("documents");

    private static Stream Open() =>
        typeof(ApiDocumentFile).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the program.");
}
