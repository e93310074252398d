namespace AslTutorial.Training.Native;

/// <summary>Torch, or the device asked for, cannot be used here. The message is one sentence: what, where, what to do.</summary>
internal sealed class TorchUnavailableException : Exception
{
    public TorchUnavailableException(string message)
        : base(message)
    {
    }

    public TorchUnavailableException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
