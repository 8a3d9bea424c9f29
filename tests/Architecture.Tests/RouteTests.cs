using Microsoft.AspNetCore.Routing;
using Waymark.Contracts.Identity;
using Waymark.Platform.Modules;

namespace Waymark.Architecture.Tests;

public sealed class RouteTests
{
    /// <summary>What anybody may call without a token. A new line here is a decision: say in the review why.</summary>
    private static readonly string[] Public =
    [
        "GET /.well-known/jwks.json",
        "GET /.well-known/openid-configuration",
        "GET /api/invitations/{token}",
        "GET /api/users/account/erasure/{token}",
        "GET /api/workspace-invitations/{token}",
        "POST /api/auth/logout",
        "POST /api/auth/password/forgot",
        "POST /api/auth/password/reset",
        "POST /api/auth/refresh",
        "POST /api/users/login",
        "POST /api/users/register",
    ];

    private static readonly IReadOnlyList<ServiceRoute> Routes = RouteTable.Of(ServiceCatalog.All);

    [Fact]
    public void Every_endpoint_declares_exactly_one_permission()
    {
        Assert.NotEmpty(Routes);
        Assert.All(Routes, r => Assert.Single(r.Endpoint.Metadata.OfType<Platform.Http.RequiredPermission>()));
    }

    [Fact]
    public void Only_reviewed_endpoints_are_public() =>
        Assert.Equal(Public, Routes.Where(r => r.Permission == Permissions.Public).Select(r => $"{r.Method} {r.Pattern}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_permission_is_a_known_one()
    {
        var known = typeof(Permissions).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);
        Assert.All(Routes, r => Assert.Contains(r.Permission!, known));
    }

    [Fact]
    public void No_two_services_claim_the_same_pattern() =>
        Assert.Empty(Routes.GroupBy(r => (r.Method, r.Pattern)).Where(g => g.Count() > 1).Select(g => g.Key.ToString()));

    [Fact]
    public void Every_endpoint_has_a_name_of_its_own_and_a_summary()
    {
        var api = Routes.Where(r => r.Method != "*" && r.Pattern.StartsWith("/api/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(api);
        Assert.Empty(api.Where(r => r.Endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is null).Select(r => r.Pattern));
        Assert.Empty(api.GroupBy(r => r.Endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(api.Where(r => r.Endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IEndpointSummaryMetadata>() is null).Select(r => r.Pattern));
    }
}
