namespace Waymark.Platform.Messaging;

/// <summary>
/// What a handler of events wants done once its transaction has committed, such as telling live connections. It is done
/// at most once and lost with the process, so nothing may depend on it.
/// </summary>
public sealed class AfterCommit
{
    private List<Action>? _actions;

    /// <summary>Adds something quick that does not wait; it runs on the consumer's thread, in order.</summary>
    public void Do(Action action) => (_actions ??= []).Add(action);

    /// <summary>Runs everything; the transaction stands whatever happens here, so a fault is only told.</summary>
    internal void Run(Action<Exception> failed)
    {
        foreach (var action in _actions ?? [])
        {
            try
            {
                action();
            }
            catch (Exception fault)
            {
                failed(fault);
            }
        }
    }
}
