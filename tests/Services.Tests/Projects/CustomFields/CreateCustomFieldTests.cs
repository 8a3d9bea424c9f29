using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.CustomFields;

public sealed class CreateCustomFieldTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_created_field_is_answered_whole_and_read_alike()
    {
        var path = await places.TeamProjectAsync();
        using var answer = await places.Manager.PostAsync($"{path}/custom-fields", new { name = " Cost ", type = "money", currency = "EUR" });
        var field = await answer.JsonAsync(HttpStatusCode.Created);

        Assert.Equal(["id", "projectId", "name", "type", "description", "options", "currency", "formula", "rollUp", "resultType", "taskTypes", "required", "createdAt", "version"], field.Names());
        Assert.Equal(("Cost", "money", "EUR", 1L), (field.Text("name"), field.Text("type"), field.Text("currency"), field.Version()));
        Assert.Equal(field.GetRawText(), (await places.Viewer.ReadAsync($"{path}/custom-fields/{field.Id()}")).GetRawText());
        await places.Api.ToldAsync($"custom_field:{field.Id()}", "custom_field.created");
    }

    [Fact]
    public async Task A_name_is_taken_in_every_spelling_also_by_two_at_once()
    {
        var path = $"{await places.TeamProjectAsync()}/custom-fields";
        await places.Manager.PostAsync(path, new { name = "Größe", type = "text" }).JsonAsync(HttpStatusCode.Created);
        await places.Manager.PostAsync(path, new { name = " GRÖßE", type = "number" }).ProblemAsync(HttpStatusCode.Conflict, "custom_field_exists");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => places.Owner.PostAsync(path, new { name = "Once", type = "text" })));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Members_that_do_not_fit_the_type_are_refused()
    {
        var path = $"{await places.TeamProjectAsync()}/custom-fields";
        foreach (var body in new object[]
        {
            new { name = "x" }, new { type = "text" }, new { name = "x", type = "colour" }, new { name = "x", type = "choice" },
            new { name = "x", type = "text", options = new[] { "a" } }, new { name = "x", type = "choice", options = new[] { "a", "A" } },
            new { name = "x", type = "choices", options = new[] { "" } }, new { name = "x", type = "number", currency = "EUR" },
            new { name = "x", type = "money", currency = "euro" }, new { name = "x", type = "text", taskTypes = new[] { "nothing" } }, new { name = "x", type = "text", required = "soon" }, new { name = new string('x', 61), type = "text" },
        })
        {
            await places.Owner.PostAsync(path, body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }

        await places.Contributor.PostAsync(path, new { name = "x", type = "text" }).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Stranger.PostAsync(path, new { name = "x", type = "text" }).ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_formula_and_a_roll_up_are_typed_and_what_is_wrong_with_them_is_told_where_it_stands()
    {
        var path = $"{await places.TeamProjectAsync()}/custom-fields";
        foreach (var body in new object[] { new { name = "Cost", type = "money", currency = "EUR" }, new { name = "Fee", type = "money", currency = "USD" }, new { name = "Note", type = "text" }, new { name = "Ship on", type = "date" } })
        {
            await places.Manager.PostAsync(path, body).JsonAsync(HttpStatusCode.Created);
        }

        var total = await places.Manager.PostAsync(path, new { name = "Total", type = "formula", formula = "field(\"cost\") * estimate / 60" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("money", "EUR", "field(\"Cost\") * estimate / 60"), (total.Text("resultType"), total.Text("currency"), total.Text("formula")));
        Assert.Equal(total.GetRawText(), (await places.Viewer.ReadAsync($"{path}/{total.Id()}")).GetRawText());
        var last = await places.Manager.PostAsync(path, new { name = "Last", type = "rollup", rollUp = new { function = "max", field = "ship ON" } }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("date", """{"function":"max","field":"Ship on"}"""), (last.Text("resultType"), last.GetProperty("rollUp").GetRawText()));

        foreach (var (formula, position, detail) in new[] { ("estimate +", 10, "value is expected"), ("field(\"Kost\")", 6, "Did you mean Cost?"), ("1 + field(\"total\")", 10, "computed itself"), ("field(\"Note\")", 6, "type text"), ("field(\"Cost\") + field(\"Fee\")", 22, "USD") })
        {
            var problem = await places.Manager.PostAsync(path, new { name = "x", type = "formula", formula }).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
            Assert.Equal(position, problem.Number("position"));
            Assert.Contains(detail, problem.GetProperty("errors").GetProperty("formula")[0].GetString(), StringComparison.Ordinal);
        }

        foreach (var body in new object[]
        {
            new { name = "x", type = "formula" }, new { name = "x", type = "number", formula = "1" }, new { name = "x", type = "rollup" }, new { name = "x", type = "text", rollUp = new { function = "count" } },
            new { name = "x", type = "rollup", rollUp = new { function = "sum", field = "Ship on" } }, new { name = "x", type = "rollup", rollUp = new { function = "max", field = "Note" } },
            new { name = "x", type = "rollup", rollUp = new { function = "median" } }, new { name = "x", type = "rollup", rollUp = new { function = "sum", field = "Total" } },
            new { name = "x", type = "formula", formula = "1", required = "creation" }, new { name = "x", type = "formula", formula = "1", taskTypes = new[] { "nothing" } },
        })
        {
            await places.Manager.PostAsync(path, body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
        }
    }
}
