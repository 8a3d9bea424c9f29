namespace Waymark.Platform.Messaging;

/// <summary>
/// The id of a process that has a data folder of its own. Whoever holds the folder's lock is the only one with this id,
/// so after a kill it may take its former lanes over without waiting for their leases to end.
/// </summary>
public static class InstanceIdentity
{
    /// <summary>The id kept in <c>instance-id</c> of the folder; made on the first start.</summary>
    public static Guid KeptIn(string folder, TimeProvider clock)
    {
        var file = Path.Combine(folder, "instance-id");
        if (File.Exists(file) && Guid.TryParse(File.ReadAllText(file), out var kept))
        {
            return kept;
        }

        var made = Guid.CreateVersion7(clock.GetUtcNow());
        Directory.CreateDirectory(folder);
        File.WriteAllText(file, made.ToString());
        return made;
    }
}
