using System.ComponentModel.DataAnnotations;
using Waymark.Platform.Http;

namespace Waymark.Platform.Tests.Http;

public sealed class ShapeTests
{
    [Fact]
    public void Records_and_lists_inside_of_a_request_are_looked_at_too()
    {
        var errors = Shape.Check(new Order
        {
            Place = new Place(null),
            Lines = [new Line { Name = "Bread", Notes = ["cold"] }, null!, new Line { Name = "four", Notes = ["", null!], Parts = [new Line { Name = " " }] }],
        });
        Assert.Equal(["lines[1]", "lines[2].notes[1]", "lines[2].parts[0].name", "place.street"], errors!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["This field is required and must not be blank."], errors["place.street"]);
        Assert.Null(Shape.Check(new Order { Lines = [new Line { Name = "Bread", Notes = [], Parts = [] }] }));
    }

    [Fact]
    public void A_list_that_is_too_long_is_one_fault_and_no_answer_tells_of_thousands()
    {
        Assert.Equal(["lines"], Shape.Check(new Order { Lines = [.. Enumerable.Repeat<Line>(null!, 10_001)] })!.Keys);
        Assert.Equal(100, Shape.Check(new Order { Lines = [.. Enumerable.Repeat<Line>(null!, 10_000)] })!.Count);
    }

    private sealed record Order
    {
        [MaxLength(10_000)]
        public IReadOnlyList<Line>? Lines { get; init; }

        public Place? Place { get; init; }

        /// <summary>What is computed did not come with the request.</summary>
        public Place Computed => new(Place?.Street);
    }

    private sealed record Place([property: Required] string? Street);

    private record Named
    {
        [Required, StringLength(5)]
        public string? Name { get; init; }
    }

    private sealed record Line : Named
    {
        public string[]? Notes { get; init; }

        public List<Line>? Parts { get; init; }
    }
}
