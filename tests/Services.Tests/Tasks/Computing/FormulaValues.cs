using Waymark.Querying.Formulas;
using Waymark.Services.Tests.Tasks.Querying;
using Waymark.Tasks.Model;

namespace Waymark.Services.Tests.Tasks.Computing;

/// <summary>What a formula means, worked out in memory as plainly as can be: the measure of what the database computes.</summary>
internal sealed class FormulaValues(SomeTasks tasks, TaskItem task)
{
    private readonly TimeZoneInfo _zone = TimeZones.Find(tasks.ProjectOf(task).TimeZone);

    /// <summary>The value as it is shown: a number with six decimals, a date, true or false; or nothing.</summary>
    public object? Shown(Formula formula) => Of(formula) is decimal number ? (Math.Abs(Rounded(number, 6)) < 1e15m ? Rounded(number, 6) : null) : Of(formula);

    private object? Of(Formula formula) => formula switch
    {
        NumberConstant constant => constant.Number,
        DateConstant constant => constant.Day,
        CheckboxConstant constant => constant.IsTrue,
        MemberOfTask member => Member(member.Name),
        ValueOfField field => Field(field),
        Opposite opposite => -Number(opposite.Part),
        Contrary contrary => !(bool?)Of(contrary.Part),
        Emptiness emptiness => Of(emptiness.Part) is null,
        Operation operation => Combined(operation, Of(operation.Left), Of(operation.Right)),
        FunctionCall call => Called(call),
        _ => throw new ArgumentOutOfRangeException(nameof(formula)),
    };

    private object? Member(string name) => name switch
    {
        "estimate" => (decimal?)task.EstimateMinutes,
        "difficulty" => (decimal?)task.Difficulty,
        "progress" => (decimal)task.Progress,
        "start" => task.StartOn ?? Day(task.StartAt),
        "due" => task.DueOn ?? Day(task.DueAt),
        "completed" => Day(task.CompletedAt),
        "created" => Day(task.CreatedAt),
        "updated" => Day(task.UpdatedAt),
        "today" => Day(SomeTasks.Now),
        "overdue" => task.CompletedAt is null && task.DueAt < SomeTasks.Now,
        "blocked" => tasks.IsBlocked(task),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private object? Field(ValueOfField field)
    {
        var known = tasks.KnownFieldsOf(task.ProjectId).Single(f => f.Id == field.FieldId);
        var value = known.TaskTypes.Length == 0 || known.TaskTypes.Contains(task.Type) ? task.Custom.Of(field.FieldId) : null;
        return field.Type switch
        {
            FormulaType.Checkbox => value?.GetBoolean() ?? false,
            FormulaType.Date => value is { } day ? DateOnly.Parse(day.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : null,
            _ => value?.GetDecimal(),
        };
    }

    private static object? Combined(Operation operation, object? left, object? right) => operation.Operator switch
    {
        FormulaOperator.And => left is false || right is false ? false : left is null || right is null ? null : true,
        FormulaOperator.Or => left is true || right is true ? true : left is null || right is null ? null : false,
        _ when left is null || right is null => null,
        FormulaOperator.Equal => left.Equals(right),
        FormulaOperator.NotEqual => !left.Equals(right),
        FormulaOperator.Less => Compare(left, right) < 0,
        FormulaOperator.LessOrEqual => Compare(left, right) <= 0,
        FormulaOperator.Greater => Compare(left, right) > 0,
        FormulaOperator.GreaterOrEqual => Compare(left, right) >= 0,
        FormulaOperator.Add when left is DateOnly day => Moved(day, (decimal)right),
        FormulaOperator.Add when right is DateOnly day => Moved(day, (decimal)left),
        FormulaOperator.Subtract when left is DateOnly day => Moved(day, -(decimal)right),
        FormulaOperator.Add => (decimal)left + (decimal)right,
        FormulaOperator.Subtract => (decimal)left - (decimal)right,
        FormulaOperator.Multiply => (decimal)left * (decimal)right,
        _ => (decimal)right == 0 ? null : Rounded((decimal)left / (decimal)right, 12),
    };

    private object? Called(FunctionCall call)
    {
        var values = call.Arguments.Select(Of).ToList();
        var there = values.Where(v => v is not null).ToList();
        return call.Function switch
        {
            FormulaFunction.Min => there.Min(),
            FormulaFunction.Max => there.Max(),
            FormulaFunction.Coalesce => there.FirstOrDefault(),
            FormulaFunction.If => values[0] is true ? values[1] : values[2],
            FormulaFunction.Abs => values[0] is decimal number ? Math.Abs(number) : null,
            FormulaFunction.Round => values[0] is decimal number ? Rounded(number, values.Count > 1 ? (int)(decimal)values[1]! : 0) : null,
            _ => values is [DateOnly from, DateOnly to] ? (decimal)(to.DayNumber - from.DayNumber) : null,
        };
    }

    private decimal? Number(Formula formula) => (decimal?)Of(formula);

    private DateOnly? Day(DateTimeOffset? instant) => instant is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime) : null;

    private static DateOnly? Moved(DateOnly day, decimal days)
    {
        var number = day.DayNumber + Rounded(days, 0);
        return Math.Abs(Rounded(days, 0)) < 1_500_000 && number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }

    private static int Compare(object left, object right) => Comparer<object>.Default.Compare(left, right);

    private static decimal Rounded(decimal number, int decimals) => decimal.Round(number, decimals, MidpointRounding.AwayFromZero);
}
