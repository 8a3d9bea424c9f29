using System.Text;

namespace Waymark.Bench;

/// <summary>A program under load: the process, what its requests are about, and where each work's walk stands.</summary>
internal sealed class Target(string name, RunningProgram program, string folder)
{
    /// <summary><c>bare</c> or <c>product</c>, as <c>load.lua</c> knows it.</summary>
    public string Name => name;

    public RunningProgram Program => program;

    /// <summary>The file with what the requests are about.</summary>
    public string GivenFile => Path.Combine(folder, name + ".lua");

    /// <summary>Where a work's walk stands; in a kept folder also the one of an earlier bench.</summary>
    public string WalkOf(Work work) => File.Exists(WalkFile(work)) ? File.ReadAllText(WalkFile(work)) : "0";

    public void GoOnFrom(Work work, long step) => File.WriteAllText(WalkFile(work), step.ToString());

    /// <summary>Writes what the requests are about as a table of Lua.</summary>
    public Task GiveAsync(IReadOnlyDictionary<string, object> given)
    {
        var text = new StringBuilder("return {\n");
        foreach (var (key, value) in given)
        {
            text.Append("  ").Append(key).Append(" = ").Append(Lua(value)).Append(",\n");
        }

        return File.WriteAllTextAsync(GivenFile, text.Append("}\n").ToString());
    }

    private string WalkFile(Work work) => Path.Combine(folder, $"{name}-{work.Name}.walk");

    private static string Lua(object value) => value switch
    {
        string text => $"[==[{text}]==]",
        IEnumerable<string> texts => $"{{{string.Join(',', texts.Select(Lua))}}}",
        IEnumerable<long> numbers => $"{{{string.Join(',', numbers)}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Only texts and numbers are given."),
    };
}
