namespace AslTutorial.Training.Checkpoints;

/// <summary>A file of tensors that cannot be read. The message is one sentence that says why.</summary>
internal sealed class SafeTensorsException(string message) : Exception(message);
