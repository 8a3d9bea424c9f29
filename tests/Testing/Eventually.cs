using System.Diagnostics;

namespace Waymark.Testing;

/// <summary>Waits for what other threads bring about, with a deadline that only a broken program reaches.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    /// <summary>Asks until the answer satisfies; fails with the last answer.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> ask, Func<T, bool> isEnough)
    {
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            var answer = await ask();
            if (isEnough(answer))
                return answer;
            if (since.Elapsed > Deadline)
                throw new TimeoutException($"It never came about. The last answer was: {answer}");
        }
    }

    /// <summary>Asks until it is so.</summary>
    public static Task IsAsync(Func<bool> ask) => GetAsync(() => Task.FromResult(ask()), isSo => isSo);
}
