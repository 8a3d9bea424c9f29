namespace Waymark.Operations;

/// <summary>Ids as PostgreSQL orders them: by their bytes.</summary>
internal static class UuidOrder
{
    public static IComparer<Guid> Instance { get; } = Comparer<Guid>.Create((a, b) => string.CompareOrdinal(a.ToString("N"), b.ToString("N")));
}
