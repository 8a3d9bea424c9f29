using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Data;
using Waymark.Platform.Modules;

namespace Waymark.Architecture.Tests;

public sealed class MigrationTests
{
    [Fact]
    public async Task No_model_has_changes_without_a_migration()
    {
        await using var app = RouteTable.Unstarted(ServiceCatalog.All);
        await using var scope = app.Services.CreateAsyncScope();
        var descriptors = scope.ServiceProvider.GetServices<ServiceDatabaseDescriptor>().ToList();
        Assert.Equal(ServiceCatalog.All.Count, descriptors.Count);
        Assert.Empty(descriptors
            .Where(d => ((DbContext)scope.ServiceProvider.GetRequiredService(d.ContextType)).Database.HasPendingModelChanges())
            .Select(d => d.Service));
    }
}
