namespace AslTutorial.Training.Contracts;

/// <summary>A file with a key, that a command takes by --key-file: no word of a command line is hidden from the machine's other users.</summary>
public static class KeyFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private const int MaxBytes = 4_096;

    /// <summary>The key, or what is wrong in one sentence.</summary>
    public static (string? Key, string? Fault) Read(FileInfo file)
    {
        file.Refresh();
        if (!file.Exists || file.Length > MaxBytes)
        {
            return (null, $"--key-file names no file with a key: {file.FullName}.");
        }

        if (!OperatingSystem.IsWindows() && (file.UnixFileMode & Others) != UnixFileMode.None)
        {
            return (null, $"Others may read {file.FullName}: keep it to its owner with chmod 600.");
        }

        try
        {
            var key = File.ReadAllText(file.FullName).Trim();
            return key.Length == 0 ? (null, $"There is no key in {file.FullName}.") : (key, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"--key-file cannot be read: {e.Message}");
        }
    }
}
