using Npgsql;
using Waymark.Platform.Data;
using Waymark.Platform.Http;
using Waymark.Querying;
using Waymark.Querying.Tree;
using Waymark.Tasks.Data;
using Waymark.Tasks.Listing;
using Waymark.Tasks.Model;
using Waymark.Tasks.Querying;

namespace Waymark.Services.Tests.Tasks.Querying;

/// <summary>
/// What a query means in memory it means in the database, too: queries by chance run as SQL over tasks by chance and find what
/// the evaluator finds, in stable pages. The seed of a failing run stands in the name of the test.
/// </summary>
public sealed class AgreementTests(WaymarkApi api) : IAsyncLifetime
{
    private const int Queries = 1_600;

    private ServiceDatabases _databases = null!;

    public static TheoryData<int> Seeds => [1, Random.Shared.Next()];

    public async ValueTask InitializeAsync() => _databases = TestPostgres.Pools(await api.Postgres.CreateDatabaseAsync<TasksDbContext>("tasks"));

    public ValueTask DisposeAsync() => _databases.DisposeAsync();

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public async Task Database_and_memory_find_the_same_tasks(int seed)
    {
        var tasks = new SomeTasks(seed);
        await using var db = TestPostgres.Context<TasksDbContext>(_databases, "tasks", new ManualTime(SomeTasks.Now));
        await tasks.StoreAsync(db);
        var hits = 0;
        for (var i = 0; i < Queries; i++)
        {
            var query = tasks.Queries.Next(i % 5);
            var found = await FindAsync(db, tasks, query, limit: 200);
            var expected = tasks.Evaluate(query).Order().ToList();
            Assert.True(expected.SequenceEqual(found.Order()), $"seed {seed}, query {i}: {query}\n{Difference(tasks, expected, found)}");
            hits += expected.Count is > 0 and < 100 ? 1 : 0;
            if (i % 8 == 0)
            {
                Assert.Equal(found, await FindAsync(db, tasks, query, limit: 17));
            }
        }

        // Queries that find nothing, or everything, would agree about anything.
        Assert.InRange(hits, Queries / 3, Queries);
    }

    [Theory]
    [InlineData("order by priority desc, due")]
    [InlineData("order by due desc, title, estimate")]
    [InlineData("order by project, number desc")]
    [InlineData("order by key")]
    [InlineData("order by progress desc, difficulty")]
    public async Task Pages_go_by_all_fields_of_the_order_with_nulls_last(string text)
    {
        var tasks = new SomeTasks(7);
        await using var db = TestPostgres.Context<TasksDbContext>(_databases, "tasks", new ManualTime(SomeTasks.Now));
        await tasks.StoreAsync(db);
        var query = QueryLanguage.Read(text, TaskCatalogue.WithoutPeople).Query!;

        var found = (await FindAsync(db, tasks, query, limit: 7)).ConvertAll(id => tasks.Tasks.Single(t => t.Id == id));

        Assert.Equal(tasks.Evaluate(query).Count(), found.Count);
        foreach (var (first, second) in found.Zip(found.Skip(1)))
        {
            Assert.True(Compare(tasks, query, first, second) < 0, $"{first.Id} {second.Id}");
        }
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_given_up_with_advice()
    {
        var tasks = new SomeTasks(1);
        await using var db = TestPostgres.Context<TasksDbContext>(_databases, "tasks", new ManualTime(SomeTasks.Now));
        await using var other = _databases.Api("tasks").CreateConnection();
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        // What is locked cannot be read: the statement waits, as long as it may.
        await using (var admin = new NpgsqlCommand("lock table task in access exclusive mode", other, transaction))
        {
            await admin.ExecuteNonQueryAsync();
        }

        var list = new QueriedList(db, tasks) { TimeLimit = TimeSpan.FromMilliseconds(50) };
        var (page, problem) = await list.ReadAsync(Asked("text ~ login"), TaskFilters.Of(Asked("x").Filter, tasks.Caller), 10, tasks.Caller, CancellationToken.None);

        Assert.Null(page);
        Assert.Equal((422, "query_too_broad"), (problem!.Status, problem.Code));
        Assert.True(problem.Extensions!.ContainsKey("advice"));
        // A list that looks for a text is a query, too.
        var sought = new TaskListQuery(new TaskFilterQuery { Q = "login" }, new TaskPageQuery());
        var (refused, _) = await ListTasks.ReadAsync(sought, tasks.Caller, db, list, new ListedTasks(), CancellationToken.None);
        Assert.Equal("query_too_broad", Assert.IsType<Problem>(refused.Result).Code);
        await transaction.RollbackAsync();
        // The limit went with its transaction.
        await using var command = await db.CommandAsync("select current_setting('statement_timeout')", CancellationToken.None);
        Assert.Equal("0", await command.ExecuteScalarAsync());
    }

    private static async Task<List<Guid>> FindAsync(TasksDbContext db, SomeTasks tasks, Query query, int limit)
    {
        var (list, ids, cursor) = (new QueriedList(db, tasks), new List<Guid>(), default(string?));
        do
        {
            var asked = Asked(query.ToString(), cursor);
            var (page, problem) = await list.ReadAsync(asked, TaskFilters.Of(asked.Filter, tasks.Caller), limit, tasks.Caller, CancellationToken.None);
            Assert.True(problem is null, $"{query}\n{problem?.Detail}");
            ids.AddRange(page!.Items.Select(t => t.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return ids;
    }

    private static TaskListQuery Asked(string text, string? cursor = null) => new(new TaskFilterQuery { Query = text }, new TaskPageQuery { Cursor = cursor });

    private static int Compare(SomeTasks tasks, Query query, TaskItem first, TaskItem second)
    {
        foreach (var (field, isDescending) in query.OrderBy)
        {
            var (a, b) = (ValueOf(tasks, field.Name, first), ValueOf(tasks, field.Name, second));
            var result = (a, b) switch { (null, null) => 0, (null, _) => 1, (_, null) => -1, _ => isDescending ? Compare(b, a) : Compare(a, b) };
            if (result != 0)
            {
                return result;
            }
        }

        var byId = string.CompareOrdinal(first.Id.ToString(), second.Id.ToString());
        return query.OrderBy[^1].IsDescending ? -byId : byId;
    }

    private static int Compare(object a, object b) => a is string text ? string.CompareOrdinal(text, (string)b) : Comparer<object>.Default.Compare(a, b);

    private static object? ValueOf(SomeTasks tasks, string field, TaskItem task) => field switch
    {
        "priority" => task.Priority,
        "due" => task.DueAt,
        "title" => task.Title,
        "estimate" => task.EstimateMinutes,
        "project" => tasks.ProjectOf(task).Key,
        "number" => task.Number,
        "key" => $"{tasks.ProjectOf(task).Key}-{task.Number:0000}",
        "progress" => task.Progress,
        "difficulty" => task.Difficulty,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static string Difference(SomeTasks tasks, List<Guid> expected, List<Guid> found)
    {
        var differing = expected.Except(found).Concat(found.Except(expected)).Take(3);
        return string.Join('\n', differing.Select(id => (expected.Contains(id) ? "missing: " : "too many: ") + System.Text.Json.JsonSerializer.Serialize(tasks.Tasks.Single(t => t.Id == id))));
    }
}
