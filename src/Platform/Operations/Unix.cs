using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Waymark.Platform.Operations;

/// <summary>The two system calls that .NET does not offer.</summary>
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

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Chown(string path, uint user, uint group);
}
