using Npgsql;
using Waymark.Platform.Data;
using Waymark.Querying.Formulas;
using Waymark.Services.Tests.Tasks.Querying;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Data;
using Waymark.Tasks.Listing;
using Waymark.Tasks.Querying;

namespace Waymark.Services.Tests.Tasks.Computing;

/// <summary>
/// What a formula is in the database it is in memory, too: formulas by chance over tasks by chance. The seed of a failing run stands in the
/// message.
/// </summary>
public sealed class FormulaSqlTests(WaymarkApi api) : IAsyncLifetime
{
    private const int Batches = 15;
    private const int InBatch = 20;

    private ServiceDatabases _databases = null!;

    public static TheoryData<int> Seeds => [1, Random.Shared.Next()];

    public async ValueTask InitializeAsync() => _databases = TestPostgres.Pools(await api.Postgres.CreateDatabaseAsync<TasksDbContext>("tasks"));

    public ValueTask DisposeAsync() => _databases.DisposeAsync();

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public async Task The_database_computes_what_the_formula_says(int seed)
    {
        var tasks = new SomeTasks(seed);
        await using var db = TestPostgres.Context<TasksDbContext>(_databases, "tasks", new ManualTime(SomeTasks.Now));
        await tasks.StoreAsync(db);
        var (formulas, projectId, values) = (new RandomFormulas(new Random(seed)), tasks.Tasks[0].ProjectId, 0);
        for (var batch = 0; batch < Batches; batch++)
        {
            var texts = Enumerable.Range(0, InBatch).Select(i => formulas.Next(i % 4)).ToList();
            var trees = texts.ConvertAll(text => FormulaLanguage.Read(text, new Fields(tasks, projectId)) is { Formula: { } tree } ? tree : throw new InvalidOperationException($"seed {seed}: {text}"));
            await foreach (var (task, computed) in ReadAsync(db, tasks, projectId, trees))
            {
                var expected = new FormulaValues(tasks, tasks.Tasks.Single(t => t.Id == task));
                for (var i = 0; i < trees.Count; i++)
                {
                    var right = expected.Shown(trees[i]);
                    Assert.True(Equals(right, computed[i]), $"seed {seed}: {texts[i]}\nexpected {right ?? "nothing"}, computed {computed[i] ?? "nothing"} for {task}");
                    values += right is null ? 0 : 1;
                }
            }
        }

        Assert.InRange(values, Batches * InBatch * SomeTasks.Count / 3 / 3, int.MaxValue);
    }

    [Fact]
    public async Task Lists_are_narrowed_and_ordered_by_what_is_computed()
    {
        var tasks = new SomeTasks(3);
        await using var db = TestPostgres.Context<TasksDbContext>(_databases, "tasks", new ManualTime(SomeTasks.Now));
        await tasks.StoreAsync(db);
        var projectId = tasks.Tasks[0].ProjectId;
        var cost = tasks.FieldsOf(projectId).Single(f => f.Name == "Cost").Id;
        await using (var insert = await db.CommandAsync(
            "insert into project_field (id, project_id, name, folded, type, options, is_gone, formula, result_type) values (gen_random_uuid(), $1, 'Worth', 'worth', 'formula', '{}', false, $2, 'money')",
            CancellationToken.None))
        {
            insert.Parameters.With(projectId).With($"field(\"{cost}\") / 3 + coalesce(estimate, 0)");
            await insert.ExecuteNonQueryAsync();
        }

        var tree = FormulaLanguage.Read("field(\"Cost\") / 3 + coalesce(estimate, 0)", new Fields(tasks, projectId)).Formula!;
        var expected = tasks.Tasks.Where(t => t.ProjectId == projectId && t.DeletedAt is null)
            .Select(t => (t.Id, Worth: (decimal?)new FormulaValues(tasks, t).Shown(tree))).Where(t => t.Worth > 2)
            .OrderByDescending(t => t.Worth).ThenByDescending(t => t.Id.ToString(), StringComparer.Ordinal).Select(t => t.Id);
        Assert.Equal(expected, await FoundAsync(db, tasks, "field(\"worth\") > 2 order by field(\"Worth\") desc"));
        // Nulls stand last, and every page goes on where the one before ended.
        Assert.Equal(
            tasks.Tasks.Where(t => t.ProjectId == projectId && t.DeletedAt is null).Select(t => t.Id).Order(),
            (await FoundAsync(db, tasks, "project = PR0 order by field(\"Worth\")")).Order());
    }

    private static async Task<List<Guid>> FoundAsync(TasksDbContext db, SomeTasks tasks, string text)
    {
        var (list, ids, asked) = (new QueriedList(db, tasks), new List<Guid>(), new TaskListQuery(new TaskFilterQuery { Query = text }, new TaskPageQuery()));
        do
        {
            var (page, problem) = await list.ReadAsync(asked, TaskFilters.Of(asked.Filter, tasks.Caller), 7, tasks.Caller, CancellationToken.None);
            Assert.True(problem is null, problem?.Detail);
            ids.AddRange(page!.Items.Select(t => t.Id));
            asked = asked with { Page = new TaskPageQuery { Cursor = page.NextCursor } };
        }
        while (asked.Page.Cursor is not null);
        return ids;
    }

    private static async IAsyncEnumerable<(Guid Task, object?[] Values)> ReadAsync(TasksDbContext db, SomeTasks tasks, Guid projectId, List<Formula> trees)
    {
        var fields = new FieldsOfFormulas(tasks.KnownFieldsOf(projectId));
        var columns = trees.Select(tree => FormulaSql.Bounded(FormulaSql.Write(tree, fields, ComputedOver.Rows), tree.Type));
        await using var command = await db.CommandAsync($"select t.id, {string.Join(", ", columns)} from task t join project p on p.id = t.project_id where t.project_id = @project", CancellationToken.None);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", SomeTasks.Now));
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            yield return (row.GetGuid(0), [.. trees.Select((tree, i) => row.IsDBNull(i + 1) ? null : tree.Type == FormulaType.Date ? row.GetFieldValue<DateOnly>(i + 1) : row.GetValue(i + 1))]);
        }
    }

    private sealed class Fields(SomeTasks tasks, Guid projectId) : IFormulaFields
    {
        public IReadOnlyList<string> Names => [];

        public FormulaField? Find(string text)
        {
            var field = tasks.FieldsOf(projectId).Single(f => f.Name.Equals(text, StringComparison.OrdinalIgnoreCase));
            return new FormulaField(field.Id, FormulaTypes.Of(field.Type));
        }
    }
}
