using System.Text.Json.Serialization.Metadata;
using Waymark.Contracts;
using Waymark.Platform.Messaging;

namespace Waymark.Architecture.Tests;

/// <summary>
/// Holds the events against the shapes that were released: inside a version members are only added, because events wait in
/// outboxes and stand in the activity record longer than any program runs.
/// </summary>
public sealed class EventShapeTests
{
    private const string Golden = "tests/Architecture.Tests/Golden/event-shapes.txt";

    private static readonly IReadOnlyList<string> Shapes =
    [
        .. EventCatalog.All.SelectMany(e => ShapeOf(e.Json, e.Json.Type, "").Select(line => $"{e.Type} {line}")).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void No_released_member_of_an_event_is_gone_or_has_changed()
    {
        var released = File.ReadAllLines(Repository.PathOf(Golden));
        Assert.NotEmpty(released);
        Assert.Empty(Broken(released, Shapes));
    }

    [Theory]
    [InlineData("x.v1 name: string", "a removed member")]
    [InlineData("x.v1 title: string|x.v1 name: text", "a retyped member")]
    [InlineData("x.v1 label: string|x.v1 name: string", "a renamed member")]
    [InlineData("x.v1 title?: string|x.v1 name: string", "a member that may be missing now")]
    [InlineData("y.v1 title: string|y.v1 name: string", "a removed event")]
    public void Anything_but_an_addition_is_refused(string today, string change) =>
        Assert.True(Broken(["x.v1 title: string", "x.v1 name: string"], today.Split('|')).Any(), change);

    [Fact]
    public void Additions_are_not_refused() =>
        Assert.Empty(Broken(["x.v1 title: string"], ["w.v1 id: uuid", "x.v1 title: string", "x.v1 name: string", "x.v2 title: integer"]));

    [Fact]
    public void New_members_are_added_to_the_released_shapes()
    {
        var file = Repository.PathOf(Golden);
        IReadOnlyList<string> gone = File.Exists(file) ? [.. Broken(File.ReadAllLines(file), Shapes)] : [];
        // A broken shape is never written over the released one; it takes a new version of the event.
        Assert.Empty(gone);
        Assert.Null(Repository.Stale(Golden, string.Join('\n', Shapes) + "\n"));
    }

    [Fact]
    public void Every_event_has_a_shape() =>
        Assert.Equal(EventCatalog.All.Select(e => e.Type).Order(StringComparer.Ordinal), Shapes.Select(s => s.Split(' ')[0]).Distinct());

    /// <summary>The released members that are not there any more as they were.</summary>
    private static IEnumerable<string> Broken(IEnumerable<string> released, IEnumerable<string> today) => released.Except(today, StringComparer.Ordinal);

    private static IEnumerable<string> ShapeOf(JsonTypeInfo container, Type type, string path)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var mark = bare == type ? "" : "?";
        var info = container.Options.GetTypeInfo(bare);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => info.Properties.SelectMany(p => ShapeOf(info, p.PropertyType, $"{path}.{p.Name}{(p.IsGetNullable && !p.PropertyType.IsValueType ? "?" : "")}")),
            JsonTypeInfoKind.Dictionary => ShapeOf(info, info.ElementType!, path + "{}"),
            JsonTypeInfoKind.Enumerable => ShapeOf(info, info.ElementType!, path + "[]"),
            _ => [$"{path.TrimStart('.')}{mark}: {WireName(bare)}"],
        };
    }

    private static string WireName(Type type) => type switch
    {
        _ when type == typeof(string) => "string",
        _ when type == typeof(Guid) => "uuid",
        _ when type == typeof(int) || type == typeof(long) => "integer",
        _ when type == typeof(decimal) => "number",
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(DateOnly) => "date",
        _ when type == typeof(DateTimeOffset) => "instant",
        _ when type == typeof(FieldChanges) => "changes",
        _ => throw new InvalidOperationException($"{type.Name} has no name on the wire yet; give it one here."),
    };
}
