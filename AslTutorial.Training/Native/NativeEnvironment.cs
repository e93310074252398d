using System.Runtime.InteropServices;

namespace AslTutorial.Training.Native;

/// <summary>Environment variables as native code reads them.</summary>
internal static partial class NativeEnvironment
{
    /// <summary>Sets one, for libraries that are loaded afterwards.</summary>
    /// <param name="overwrite">Whether also where it is set already.</param>
    public static void Set(string name, string value, bool overwrite)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetEnvironment(name, value, overwrite ? 1 : 0);
        }
        else if (overwrite || Environment.GetEnvironmentVariable(name) is null)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    // Except on Windows, Environment.SetEnvironmentVariable changes only .NET's copy; native code reads libc's.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
