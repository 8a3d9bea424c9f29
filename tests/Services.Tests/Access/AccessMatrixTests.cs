using System.Text;
using System.Text.RegularExpressions;
using Waymark.Host;
using Waymark.Platform.Modules;

namespace Waymark.Services.Tests.Access;

public sealed partial class AccessMatrixTests(AccessCast cast) : IClassFixture<AccessCast>
{
    public static TheoryData<MatrixRow> Rows => [.. AccessMatrix.Rows];

    [Fact]
    public void Every_route_has_a_row_and_every_row_a_route()
    {
        var routes = RouteTable.Of(ServiceCatalog.All).Where(r => r.Method != "*").Select(r => $"{r.Method} {Constraint().Replace(r.Pattern, "}")}").ToHashSet(StringComparer.Ordinal);
        var rows = AccessMatrix.Rows.Select(r => r.ToString()).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(routes);
        Assert.Empty(routes.Except(rows, StringComparer.Ordinal));
        // The hub's routes have no method of their own in the table.
        Assert.DoesNotContain(rows.Except(routes, StringComparer.Ordinal), r => !r.Contains(" /hubs/", StringComparison.Ordinal));
        Assert.All(AccessMatrix.Rows, row => Assert.Equal(AccessMatrix.Callers.Count, row.Expected.Count));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_caller_is_answered_as_the_matrix_says(MatrixRow row)
    {
        var faults = new StringBuilder();
        var names = AccessRequests.NamesOf(row);
        for (var i = 0; i < AccessMatrix.Callers.Count; i++)
        {
            var status = await CallAsync(row, await cast.WorldAsync(names), AccessMatrix.Callers[i]);
            if (status != row.Expected[i])
            {
                faults.Append(AccessMatrix.Callers[i]).Append(": expected ").Append(row.Expected[i]).Append(", was ").Append(status).Append('\n');
            }

            if (status < 300 && row.Method != "GET" && names.Count > 0)
            {
                cast.LeaveWorld();
            }
        }

        Assert.True(faults.Length == 0, $"{row}\n{faults}");
    }

    private async Task<int> CallAsync(MatrixRow row, AccessWorld world, string caller)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), AccessRequests.PathOf(row, world));
        if (AccessRequests.BodyOf(row, world) is { } body)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var client = cast.ClientOf(caller);
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}
