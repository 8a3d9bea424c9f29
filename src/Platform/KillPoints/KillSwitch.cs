using System.Text.Json;
using Waymark.Platform.Operations;

namespace Waymark.Platform.KillPoints;

/// <summary>
/// Ends the process at a <see cref="KillPoint"/>, as <c>kill -9</c> would, so that a test need not be lucky to hit the instant.
/// It exists only in a process that was started with <see cref="Variable"/>; in any other a passage is a branch on a constant,
/// which the compiler removes.
/// </summary>
public static class KillSwitch
{
    /// <summary>
    /// The variable that arms it: the name of a point (<c>after-commit</c>), and behind an <c>@</c> the path of a file, if it
    /// shall be harmless until that file exists.
    /// </summary>
    public const string Variable = "WAYMARK_KILL_AT";

    private const int Kill = 9;

    /// <summary>Every point by its name.</summary>
    public static IReadOnlyDictionary<string, KillPoint> Points { get; } =
        Enum.GetValues<KillPoint>().ToDictionary(p => JsonNamingPolicy.KebabCaseLower.ConvertName(p.ToString()), StringComparer.Ordinal);

    private static readonly string? Setting = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;
    private static readonly string? Sign = Setting?.Split('@', 2) is [_, var path] ? path : null;
    private static readonly bool IsSet = Points.TryGetValue(NameOf(Setting), out _);
    private static readonly KillPoint Target = Points.GetValueOrDefault(NameOf(Setting));

    /// <summary>Whether this process may end at a point.</summary>
    public static bool IsArmed => IsSet;

    /// <summary>What to say at the start of a process that is armed; null for any other.</summary>
    /// <exception cref="StartupException">The variable names no point.</exception>
    public static string? Warning => Setting switch
    {
        null => null,
        _ when !IsSet => throw new StartupException(
            $"{Variable} names no instant; there are {string.Join(", ", Points.Keys)}. It is for tests: do without it."),
        _ => $"{Variable} is set: this process ends itself at {Setting}. It is for tests only.",
    };

    /// <summary>Ends the process if it was armed for this point.</summary>
    public static void Pass(KillPoint point)
    {
        if (IsSet && Target == point && (Sign is null || File.Exists(Sign)))
        {
            Unix.Signal(Environment.ProcessId, Kill);
        }
    }

    private static string NameOf(string? setting) => setting?.Split('@', 2)[0] ?? "";
}
