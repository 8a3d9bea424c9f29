using Waymark.Contracts.Users;
using Waymark.Querying.Fields;
using Waymark.Querying.Tree;
using Waymark.Tasks.Searching;

namespace Waymark.Services.Tests.Tasks.Querying;

/// <content>The values by chance with which queries compare, and the people whom they name.</content>
internal sealed partial class SomeTasks : IUserDirectory
{
    Task<IReadOnlyList<DirectoryUser>> IUserDirectory.FindAsync(IReadOnlyCollection<Guid> userIds, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DirectoryUser>>([.. _people.Where(userIds.Contains).Select(Person)]);

    Task<DirectoryUser?> IUserDirectory.FindByEmailAsync(string email, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Two people bear the same name.</summary>
    private DirectoryUser Person(Guid id)
    {
        var index = Array.IndexOf(_people, id);
        return new DirectoryUser(id, $"Person {Math.Min(index, 2)}", null, $"p{index}@example.org");
    }

    private Operand Operand(Field field) => field.Type switch
    {
        FieldType.Number => new NumberOperand(_random.Next(5) == 0 ? 2.5m : _random.Next(-1, 12) * (field.Name == "progress" ? 10 : 1)),
        FieldType.Moment => new MomentOperand(Queries.Date(Now)),
        FieldType.Choice when field.Name == "status" && _random.Next(4) == 0 => new ChoiceOperand("waiting", -1),
        FieldType.Choice when field.Name == "status" => Choice(field, Array.IndexOf([.. field.Choices], Pick(Statuses[..4]))),
        FieldType.Choice => Choice(field, _random.Next(field.Choices.Count)),
        FieldType.Boolean => new BooleanOperand(_random.Next(2) == 0),
        FieldType.Person or FieldType.People => PersonOperand(),
        FieldType.Relation when field.Name == "project" => _random.Next(2) == 0 ? new IdOperand(Pick(_projects[..2]).Id) : new KeyOperand(Pick(_projects[..2]).Key),
        FieldType.Relation when field.Name == "milestone" => MilestoneOperand(),
        FieldType.Relation when field.Name == "cycle" => CycleOperand(),
        FieldType.Relation => _random.Next(2) == 0 ? new IdOperand(Pick(Tasks).Id) : new KeyOperand($"PR{_random.Next(3)}-{_random.Next(1, 70) + (_random.Next(2) * TaskText.LookedThrough)}"),
        FieldType.Labels => new TextOperand(Fold(Pick(Labels))),
        FieldType.Prose when _random.Next(4) == 0 => new TextOperand($"{Fold(Pick("PR0", "r1", ""))}-{_random.Next(1, 110)}"),
        _ => new TextOperand(Fold(Part(Pick(Words)))),
    };

    private Operand PersonOperand()
    {
        var index = _random.Next(4);
        return _random.Next(4) switch
        {
            0 => new CallerOperand(),
            1 => new PeopleOperand(_people[index].ToString(), [_people[index]]),
            2 => new PeopleOperand($"p{index}@example.org", [_people[index]]),
            _ when index < 2 => new PeopleOperand($"Person {index}", [_people[index]]),
            _ => new PeopleOperand("Person 2", [.. _people[2..].Order()]),
        };
    }

    private Operand MilestoneOperand()
    {
        var milestone = Pick(_milestones.Where(m => m.ProjectId != _projects[2].Id).ToArray());
        return _random.Next(2) == 0 ? new IdOperand(milestone.Id) : new KeyOperand(milestone.Name.ToLowerInvariant());
    }

    private Operand CycleOperand()
    {
        var cycle = Pick(_cycles.Where(c => c.ProjectId != _projects[2].Id).ToArray());
        return _random.Next(4) switch { 0 => new IdOperand(cycle.Id), 1 => new KeyOperand(cycle.Name.ToLowerInvariant()), 2 => new WordOperand("current"), _ => new WordOperand("open") };
    }

    private static ChoiceOperand Choice(Field field, int rank) => new(field.Choices[rank], rank);

    private string Part(string words)
    {
        var start = _random.Next(words.Length);
        return words[start..][..Math.Min(words.Length - start, _random.Next(1, 6))];
    }

    private string Fold(string text) => _random.Next(3) switch { 0 => text.ToUpperInvariant(), 1 => text.ToLowerInvariant(), _ => text };
}
