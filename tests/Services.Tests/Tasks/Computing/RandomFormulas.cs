namespace Waymark.Services.Tests.Tasks.Computing;

/// <summary>Writes formulas by chance over the fields that <see cref="Querying.SomeTasks"/> has.</summary>
internal sealed class RandomFormulas(Random random)
{
    private const string Cost = "field(\"Cost\")";

    public string Next(int depth) => random.Next(3) switch { 0 => Date(depth), 1 => Condition(depth), _ => Number(depth) };

    private string Number(int depth, bool isPlain = false)
    {
        if (depth == 0)
        {
            return Pick("estimate", "difficulty", "progress", "field(\"stars\")", "2.5", "0", "13", isPlain ? "1" : Cost);
        }

        string Part() => Number(depth - 1, isPlain);
        return random.Next(12) switch
        {
            0 or 1 => $"({Part()} + {Part()})",
            2 => $"{Part()} - {Number(0, isPlain)}",
            3 => $"{Part()}*{Number(0, isPlain)}",
            4 or 5 => $"({Part()}) / ({Part()})",
            6 => $"-({Part()})",
            7 => $"{Pick("min", "max", "coalesce")}({Part()}, {Part()}, {Part()})",
            8 => $"round({Part()}, {random.Next(3)})",
            9 => $"abs({Part()})",
            10 => $"if({Condition(depth - 1)}, {Part()}, {Part()})",
            _ => $"days({Date(depth - 1)}, {Date(depth - 1)})",
        };
    }

    private string Date(int depth)
    {
        if (depth == 0)
        {
            return Pick("start", "due", "completed", "created", "updated", "today", "field(\"Ship on\")", "\"2026-03-08\"", "\"9999-12-31\"");
        }

        string Part() => Date(depth - 1);
        return random.Next(5) switch
        {
            0 => $"({Part()} + {Number(0, isPlain: true)})",
            1 => $"({Part()} - ({Number(depth - 1, isPlain: true)}))",
            2 => $"{Pick("min", "max", "coalesce")}({Part()}, {Part()})",
            3 => $"if({Condition(depth - 1)}, {Part()}, {Part()})",
            _ => Part(),
        };
    }

    private string Condition(int depth)
    {
        if (depth == 0)
        {
            return Pick("overdue", "blocked", "field(\"Urgent\")", "true", "false");
        }

        return random.Next(6) switch
        {
            0 => $"({Condition(depth - 1)} {Pick("and", "or")} {Condition(depth - 1)})",
            1 => $"not ({Condition(depth - 1)})",
            2 => $"({Number(depth - 1)}) {Sign()} ({Number(depth - 1)})",
            3 => $"{Date(depth - 1)} {Sign()} {Date(depth - 1)}",
            4 => $"{Date(depth - 1)} is {Pick("", "not ")}empty",
            _ => $"({Number(depth - 1)}) is {Pick("", "not ")}empty",
        };
    }

    private string Sign() => Pick("=", "!=", "<", "<=", ">", ">=");

    private string Pick(params string[] pool) => pool[random.Next(pool.Length)];
}
