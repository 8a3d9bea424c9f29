using System.Net;

namespace Waymark.Services.Tests.Operations.DeadLetters;

/// <summary>The whole way of an event whose handler fails: given up, seen, mended, replayed.</summary>
[Collection(OperatedTests.Name)]
public sealed class PoisonedEventTests(OperatedProduct product)
{
    [Fact]
    public async Task It_stands_in_the_dead_letters_with_its_reason_and_its_neighbours_are_handled_once()
    {
        var (administrator, broken) = (product.Administrator(), product.Broken);
        var (before, poison, after) = (Name("before"), Name("poison"), Name("after"));
        broken.Break(poison);
        await product.RenameAsync(before, poison, after);

        var letter = await LetterOfAsync(administrator, poison);
        Assert.Equal(("retries_exhausted", "incoming", "open"), (letter.Text("reason"), letter.Text("direction"), letter.Text("state")));
        Assert.Equal("System.InvalidOperationException", letter.Text("errorType"));
        Assert.Equal($"The handler is broken for '{poison}'.", letter.Text("errorMessage"));
        Assert.Equal(("notes", MakeNotes.Consumer, "waymark.label.updated.v1"), (letter.Text("service"), letter.Text("consumer"), letter.Text("type")));
        await Eventually.GetAsync(() => product.NotesAsync(after), notes => notes > 0);
        Assert.Equal((1L, 0L, 1L), (await product.NotesAsync(before), await product.NotesAsync(poison), await product.NotesAsync(after)));
    }

    [Fact]
    public async Task Once_the_handler_is_mended_racing_replays_bring_the_effect_about_once()
    {
        var (administrator, broken, poison) = (product.Administrator(), product.Broken, Name("poison"));
        broken.Break(poison);
        await product.RenameAsync(poison);
        var letter = await LetterOfAsync(administrator, poison);

        broken.Mend(poison);
        var path = $"/api/operations/dead-letters/{letter.Id()}/replay";
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var answer = await administrator.PostAsync(path);
            return answer.StatusCode;
        }));
        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(a => a == HttpStatusCode.Conflict));

        var seen = await Eventually.GetAsync(() => administrator.ReadAsync($"/api/operations/dead-letters/{letter.Id()}"), l => l.Text("state") == "resolved");
        Assert.Equal(1, seen.Number("replayCount"));
        Assert.Equal(1, await product.NotesAsync(poison));
        var act = Assert.Single(await OperatedProduct.ActsOfAsync(administrator, 1));
        Assert.Equal("dead_letter.replayed", act.Text("type"));
    }

    [Fact]
    public async Task Racing_bulk_replays_share_the_letters_and_double_no_effect()
    {
        var (administrator, broken) = (product.Administrator(), product.Broken);
        var names = Enumerable.Range(0, 30).Select(i => Name($"bulk{i}-")).ToList();
        names.ForEach(broken.Break);
        await product.RenameAsync(names);
        var ids = await Task.WhenAll(names.Select(async n => (await LetterOfAsync(administrator, n)).Id()));

        names.ForEach(broken.Mend);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            administrator.PostAsync("/api/operations/dead-letters/replay", new { ids }).JsonAsync(HttpStatusCode.OK)));
        Assert.Equal(30, answers.Sum(a => a.Number("replayed")));
        foreach (var name in names)
        {
            Assert.Equal(1, await Eventually.GetAsync(() => product.NotesAsync(name), notes => notes > 0));
        }
    }

    [Fact]
    public async Task A_replay_before_the_handler_is_mended_opens_the_same_letter_again()
    {
        var (administrator, broken, poison) = (product.Administrator(), product.Broken, Name("poison"));
        broken.Break(poison);
        await product.RenameAsync(poison);
        var letter = await LetterOfAsync(administrator, poison);

        await administrator.PostAsync($"/api/operations/dead-letters/{letter.Id()}/replay", new { reason = "Let us see" }).JsonAsync(HttpStatusCode.OK);
        var again = await Eventually.GetAsync(
            () => administrator.ReadAsync($"/api/operations/dead-letters/{letter.Id()}"), l => l.Number("replayCount") == 1 && l.Text("state") == "open");
        Assert.Equal(letter.Text("fingerprint"), again.Text("fingerprint"));
        Assert.Equal(0, await product.NotesAsync(poison));
    }

    private async Task<System.Text.Json.JsonElement> LetterOfAsync(Person administrator, string name)
    {
        await Eventually.GetAsync(
            () => product.QueryAsync<long>("notes", $"select count(*) from msg.dead_letter where error_message like '%{name}%' and state = 0"), letters => letters == 1);
        var id = await product.QueryAsync<Guid>("notes", $"select id from msg.dead_letter where error_message like '%{name}%'");
        return await administrator.ReadAsync($"/api/operations/dead-letters/{id}");
    }

    private static string Name(string word) => $"{word}{Guid.CreateVersion7():N}";
}
