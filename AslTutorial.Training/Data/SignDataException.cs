using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Data;

/// <summary>
/// The data set cannot be used. The message is one sentence for people: the file, the line and the column,
/// what was expected and what was found, and what to do.
/// </summary>
public sealed class SignDataException : Exception
{
    public SignDataException(string message)
        : base(message)
    {
    }

    public SignDataException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The file at fault, or null when a folder is.</summary>
    public string? File { get; init; }

    /// <summary>The line, counted from 1 (the header), or null when the whole file is at fault.</summary>
    public long? Line { get; init; }

    /// <summary>The column, counted from 1 (the label), or null when the whole line is at fault.</summary>
    public int? Column { get; init; }

    /// <summary>The same sentence with the file's name and without its folder, in which both files of a data set lie.</summary>
    public TrainerFault ToFault() => Path.GetDirectoryName(File) is { Length: > 0 } folder
        ? new(TrainerFaultCodes.Data, Message.Replace(folder + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal))
        : TrainerFault.Of(TrainerFaultCodes.Data);
}
