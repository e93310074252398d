namespace AslTutorial.Training.Contracts.Tensors;

/// <summary>A file of tensors that cannot be read. The message is one sentence that says why.</summary>
public sealed class SafeTensorsException(string message) : Exception(message);
