using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Waymark.Platform.Operations;

/// <summary>What .NET does not offer of the system.</summary>
internal static partial class Unix
{
    public const int Interrupt = 2;
    public const int Quit = 3;

    /// <summary>Sends a signal; a process that is gone is no error.</summary>
    public static void Signal(int pid, int signal)
    {
        const int noSuchProcess = 3;
        if (Kill(pid, signal) != 0 && Marshal.GetLastPInvokeError() != noSuchProcess)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>Hands a file or folder to another user; <c>uint.MaxValue</c> leaves user or group as it is.</summary>
    public static void Own(string path, uint user, uint group)
    {
        if (Chown(path, user, group) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"The owner of {path} cannot be changed");
    }

    /// <summary>Whether a process runs; one that has ended and only waits to be reaped does not.</summary>
    public static bool IsAlive(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Chown(string path, uint user, uint group);
}
