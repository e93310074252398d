using System.Globalization;
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

    /// <summary>The fault without paths: its file's name, and the line.</summary>
    public TrainerFault ToFault() => File is null
        ? TrainerFault.Of(TrainerFaultCodes.Data)
        : new(TrainerFaultCodes.Data, string.Create(CultureInfo.InvariantCulture, $"The data set cannot be used: {Path.GetFileName(File)}{(Line is null ? null : $", line {Line}")}."));

    /// <summary>The column, counted from 1 (the label), or null when the whole line is at fault.</summary>
    public int? Column { get; init; }
}
