using System.Text;
using Waymark.Querying;

namespace Waymark.Services.Tests.Querying;

/// <summary>Whatever is typed, the language answers with a query or with a fault inside the text; it never throws.</summary>
public sealed class FuzzTests
{
    private const int Inputs = 100_000;

    private static readonly string[] Pieces =
    [
        "and", "or", "not", "in", "is", "empty", "order", "by", "asc", "desc", "field", "me", "(", ")", ",", "\"", "=", "!=", "<", "<=", ">", ">=",
        "~", "!~", "!", "+", "-", "title", "size", "due", "colour", "state", "owner", "helper", "tag", "urgent", "group", "text", "made", "\"Cost\"",
        "today", "now", "startOfWeek", "endOfDay", "7d", "+7d", "-1m", "2026-12-24", "2026-12-24T18:00:00Z", "1", "-2.5", "red", "true", "AB-1",
        "\\", "\\\"", "\"a b\"", " ", "\t", "\n", "\u00A0", "\0", "\uD800", "😀", "ß", "%", "0190a000-0000-7000-8000-00000000000a",
    ];

    private static readonly SomeFields Fields = new();

    public static TheoryData<int> Seeds => [1, Random.Shared.Next()];

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public void Any_text_is_a_query_or_has_a_fault_inside_it(int seed)
    {
        var random = new Random(seed);
        var queries = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var text = random.Next(3) switch { 0 => Bytes(random), 1 => Tokens(random, " "), _ => Tokens(random, "") };
            var reading = QueryLanguage.Read(text, Fields);
            if (reading.Fault is { } fault)
            {
                Assert.InRange(fault.Position, 0, text.Length);
                Assert.NotEmpty(fault.Detail);
                Assert.NotEmpty(fault.Expected);
                continue;
            }

            queries++;
            var again = QueryLanguage.Read(reading.Query!.ToString(), Fields);
            Assert.True(reading.Query == again.Query, $"seed {seed}, input {i}: {text}\n{reading.Query}\n{again.Query} {again.Fault}");
        }

        Assert.InRange(queries, Inputs / 100, Inputs);
    }

    private static string Bytes(Random random)
    {
        var bytes = new byte[random.Next(60)];
        random.NextBytes(bytes);
        return random.Next(2) == 0 ? Encoding.Latin1.GetString(bytes) : Encoding.BigEndianUnicode.GetString(bytes);
    }

    private static string Tokens(Random random, string joint) =>
        string.Join(joint, Enumerable.Range(0, random.Next(random.Next(20) == 0 ? 400 : 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
