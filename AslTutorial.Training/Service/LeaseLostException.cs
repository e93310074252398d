namespace AslTutorial.Training.Service;

/// <summary>The run is not this trainer's any more.</summary>
internal sealed class LeaseLostException : Exception;
