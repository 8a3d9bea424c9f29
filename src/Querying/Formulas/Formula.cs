namespace Waymark.Querying.Formulas;

/// <summary>An expression over one task; its type is that of its value.</summary>
public abstract record Formula(FormulaType Type)
{
    /// <summary>What it is made of.</summary>
    protected virtual IEnumerable<Formula> Parts => [];

    /// <summary>Whether it looks at a member of the task.</summary>
    /// <param name="member">One of <see cref="FormulaMembers"/>.</param>
    public bool Names(string member) => this is MemberOfTask { Name: var name } && name == member || Parts.Any(part => part.Names(member));
}

/// <summary>A number that is written out.</summary>
public sealed record NumberConstant(decimal Number) : Formula(FormulaType.Number);

/// <summary>A date in quotes.</summary>
public sealed record DateConstant(DateOnly Day) : Formula(FormulaType.Date);

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record CheckboxConstant(bool IsTrue) : Formula(FormulaType.Checkbox);

/// <summary>Something that every task has, one of <see cref="FormulaMembers"/>.</summary>
public sealed record MemberOfTask(string Name, FormulaType Type) : Formula(Type);

/// <summary>The value of a custom field. A box that nobody ticked is not ticked.</summary>
public sealed record ValueOfField(Guid FieldId, FormulaType Type) : Formula(Type);

/// <summary>The opposite of a number.</summary>
public sealed record Opposite(Formula Part) : Formula(Part.Type)
{
    /// <inheritdoc />
    protected override IEnumerable<Formula> Parts => [Part];
}

/// <summary>The contrary of a condition.</summary>
public sealed record Contrary(Formula Part) : Formula(FormulaType.Checkbox)
{
    /// <inheritdoc />
    protected override IEnumerable<Formula> Parts => [Part];
}

/// <summary>Whether there is no value.</summary>
public sealed record Emptiness(Formula Part) : Formula(FormulaType.Checkbox)
{
    /// <inheritdoc />
    protected override IEnumerable<Formula> Parts => [Part];
}

/// <summary>Two parts with an operator between them.</summary>
public sealed record Operation(FormulaOperator Operator, Formula Left, Formula Right, FormulaType Type) : Formula(Type)
{
    /// <inheritdoc />
    protected override IEnumerable<Formula> Parts => [Left, Right];
}

/// <summary>A function of its arguments.</summary>
public sealed record FunctionCall(FormulaFunction Function, Sequence<Formula> Arguments, FormulaType Type) : Formula(Type)
{
    /// <inheritdoc />
    protected override IEnumerable<Formula> Parts => Arguments;
}

/// <summary>What a value is; the words on the wire are those of custom fields.</summary>
public enum FormulaType
{
    /// <summary>A number; a rating is one.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>True or false.</summary>
    Checkbox,
}

/// <summary>What stands between two parts.</summary>
public enum FormulaOperator
{
    /// <summary><c>+</c>; of a date and a number, so many days later.</summary>
    Add,

    /// <summary><c>-</c>; of a date and a number, so many days earlier.</summary>
    Subtract,

    /// <summary><c>*</c>.</summary>
    Multiply,

    /// <summary><c>/</c>, exact to twelve decimals; by nothing it has no value.</summary>
    Divide,

    /// <summary><c>=</c>.</summary>
    Equal,

    /// <summary><c>!=</c>.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&lt;=</c>.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>.</summary>
    Greater,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterOrEqual,

    /// <summary><c>and</c>.</summary>
    And,

    /// <summary><c>or</c>.</summary>
    Or,
}

/// <summary>What a formula can do with values.</summary>
public enum FormulaFunction
{
    /// <summary>The least of those values that are there.</summary>
    Min,

    /// <summary>The greatest of those values that are there.</summary>
    Max,

    /// <summary>A number rounded, halves away from zero; to so many decimals where the second argument says so.</summary>
    Round,

    /// <summary>A number without its sign.</summary>
    Abs,

    /// <summary>The second argument where the first holds, else the third.</summary>
    If,

    /// <summary>How many days lie between two dates; negative when the second is earlier.</summary>
    Days,

    /// <summary>The first value that is there.</summary>
    Coalesce,
}
