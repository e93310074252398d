using System.Globalization;
using AslTutorial.Training.Contracts.Tensors;

namespace AslTutorial.Training.Checkpoints;

/// <summary>
/// Keeps the last two checkpoints of a run in a folder. A file appears under its name only when it is complete and on the
/// disk, so whatever stops the process or the machine leaves at least the one before.
/// </summary>
internal sealed class CheckpointFolder(string folder)
{
    private const string Prefix = "checkpoint-";
    private const string Extension = ".safetensors";
    private const string AsideExtension = ".part";
    private const int Kept = 2;

    /// <summary>Writes the checkpoint made after so many epochs, then removes those older than the one before it.</summary>
    /// <exception cref="IOException">It could not be written; the earlier ones are still there.</exception>
    public void Save(int epochs, ReadOnlySpan<byte> checkpoint)
    {
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{epochs:D6}{Extension}"));
        var aside = name + AsideExtension;
        using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(checkpoint);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, name, overwrite: true);
        FolderFlush.Flush(folder);
        foreach (var old in Names().SkipWhile(other => other != name).Skip(Kept))
        {
            File.Delete(old);
        }
    }

    /// <summary>The bytes of the newest checkpoint that is whole, or null.</summary>
    /// <param name="onDamaged">Gets one sentence about each one that is not.</param>
    public byte[]? Load(Action<string>? onDamaged = null)
    {
        foreach (var name in Names())
        {
            try
            {
                var file = File.ReadAllBytes(name);
                _ = CheckpointFile.Read(file);
                return file;
            }
            catch (SafeTensorsException fault)
            {
                onDamaged?.Invoke($"{name}: {fault.Message}");
            }
        }

        return null;
    }

    /// <summary>Whether no run has left a checkpoint here.</summary>
    public bool IsEmpty => Names().Count == 0;

    // Newest first: the numbers have leading zeros.
    private List<string> Names() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, Prefix + "*" + Extension).OrderDescending(StringComparer.Ordinal)]
        : [];
}
