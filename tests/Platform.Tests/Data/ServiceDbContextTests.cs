using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Modules;
using Waymark.Testing;
using Waymark.Testing.Notes;

namespace Waymark.Platform.Tests.Data;

public sealed class ServiceDbContextTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_row_reads_back_as_it_was_written()
    {
        var database = await postgres.CreateDatabaseAsync<NotesDbContext>("notes");
        await using var provider = Provider(database);
        var note = new Note
        {
            Id = Guid.CreateVersion7(),
            BodyText = "Grüße",
            Labels = ["a", "b"],
            DueAt = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero),
            PlaceOnWall = new Place { Row = 2, ColumnNumber = 3 },
            MoreDetails = new Details { Source = "test" },
        };
        await using (var writing = provider.CreateAsyncScope())
        {
            var db = writing.ServiceProvider.GetRequiredService<NotesDbContext>();
            db.Notes.Add(note);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var reading = provider.CreateAsyncScope();
        var read = await reading.ServiceProvider.GetRequiredService<NotesDbContext>().Notes.AsNoTracking()
            .SingleAsync(n => n.Labels.Contains("b") && n.MoreDetails.Source == "test", TestContext.Current.CancellationToken);

        Assert.Equivalent(note, read, strict: true);
    }

    [Fact]
    public async Task The_names_in_the_database_need_no_quotes()
    {
        await using var pools = TestPostgres.Pools(await postgres.CreateDatabaseAsync<NotesDbContext>("notes"));
        await using var command = pools.Api("notes").CreateCommand("select place_on_wall_column_number, more_details, parent_note_id from notes");

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("TaskItems", "task_items")]
    [InlineData("PlaceOnWall_ColumnNumber", "place_on_wall_column_number")]
    [InlineData("HTTPStatus2", "http_status2")]
    [InlineData("already_snake", "already_snake")]
    [InlineData("Id", "id")]
    public void Names_become_snake_case(string name, string expected) => Assert.Equal(expected, SnakeCaseConvention.Snake(name));

    [Fact]
    public async Task Two_services_share_one_process_and_nothing_else()
    {
        await using var provider = Provider(await postgres.CreateDatabaseAsync<NotesDbContext>("notes"));

        Assert.Same(provider.GetRequiredKeyedService<OutboxSignal>("notes"), provider.GetRequiredKeyedService<OutboxSignal>("notes"));
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotesDbContext>();
        Assert.Equal("notes", db.Scope.Service);
        Assert.Same(provider.GetRequiredKeyedService<OutboxSignal>("notes"), db.Scope.Signal);
    }

    private static ServiceProvider Provider(ServiceDatabase database)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDatabases(_ => database);
        new NotesModule().AddServices(new ServiceBuilder("notes", services, new ConfigurationBuilder().Build()));
        return services.BuildServiceProvider(validateScopes: true);
    }
}
