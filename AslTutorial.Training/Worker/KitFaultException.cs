namespace AslTutorial.Training.Worker;

/// <summary>Why a worker cannot train; the message is one sentence for people.</summary>
internal sealed class KitFaultException : Exception
{
    public KitFaultException(string message)
        : base(message)
    {
    }

    public KitFaultException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
