namespace Waymark.Tasks.Difficulty;

/// <summary>How difficult a task is: what somebody has said, and what follows from the work that is known, with the reasons.</summary>
/// <param name="Manual">What somebody has set, 1 to 10; null when nobody has. It counts before what is computed.</param>
/// <param name="Computed">What is computed, 1 to 10: one for every task and the points of its factors.</param>
/// <param name="Factors">What it is computed from, always the same factors in the same order.</param>
public sealed record DifficultyResponse(short? Manual, int Computed, IReadOnlyList<DifficultyFactorResponse> Factors);

/// <summary>One of the things that a difficulty is computed from.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Amount">
/// How much of it there is: minutes of estimate, the task's own or that of its direct sub-tasks together where it is more; steps and direct sub-tasks; tasks that
/// block it or that it blocks; assignees.
/// </param>
/// <param name="Points">What it adds to the difficulty.</param>
/// <param name="MostPoints">What it can add at most.</param>
/// <param name="NextAt">The amount from which on it adds one more; null when it adds the most.</param>
public sealed record DifficultyFactorResponse(
    [property: OneOf(DifficultyFactor.Estimate, DifficultyFactor.Parts, DifficultyFactor.Dependencies, DifficultyFactor.People)] string Name,
    long Amount,
    int Points,
    int MostPoints,
    long? NextAt)
{
    internal static DifficultyFactorResponse Of(DifficultyFactor factor, long amount)
    {
        var points = factor.PointsFor(amount);
        return new(factor.Name, amount, points, factor.Steps.Length, points < factor.Steps.Length ? factor.Steps[points] : null);
    }
}
