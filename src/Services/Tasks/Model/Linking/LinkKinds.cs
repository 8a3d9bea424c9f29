using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Tasks.Model.Linking;

/// <summary>The words for the ends that a link ties, in the order of <see cref="LinkKind"/>.</summary>
internal static class LinkKinds
{
    public static readonly IReadOnlyList<string> All = ["finish_to_start", "start_to_start", "finish_to_finish", "start_to_finish"];

    public static string Write(LinkKind kind) => All[(int)kind];

    /// <summary>The kind of a word that <see cref="All"/> has.</summary>
    public static LinkKind Read(string word) => (LinkKind)All.Index().First(w => w.Item == word).Index;
}
