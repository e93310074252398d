namespace AslTutorial.Training.Worker;

/// <summary>The run is not this worker's any more.</summary>
internal sealed class LeaseLostException : Exception;
