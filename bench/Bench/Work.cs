namespace Waymark.Bench;

/// <summary>One kind of request that both programs are put to.</summary>
/// <param name="Name">As <c>load.lua</c> knows it.</param>
/// <param name="Title">For people.</param>
/// <param name="Bar">The part of the bare program's rate that the product shall reach; null where there is none.</param>
/// <param name="Writes">Whether events follow that must be waited for.</param>
internal sealed record Work(string Name, string Title, double? Bar, bool Writes = false)
{
    public static readonly IReadOnlyList<Work> All =
    [
        new("get", "read one task", 0.5),
        new("list", "list 100 tasks", 0.5),
        new("page", "page of 100 out of 5,000", 0.5),
        new("create", "create a task", 0.35, Writes: true),
        new("status", "change a status", 0.35, Writes: true),
        new("signin", "sign in", null, Writes: true),
    ];

    public static Work Named(string name) =>
        All.FirstOrDefault(w => w.Name == name)
        ?? throw new BenchException($"There is no work '{name}'; there are {string.Join(", ", All.Select(w => w.Name))}.");
}
