namespace AslTutorial.Web.Hosting;

/// <summary>The site cannot start for a reason that its operator can fix. The message is one sentence.</summary>
internal sealed class StartFaultException : Exception
{
    public StartFaultException(string message)
        : base(message)
    {
    }

    public StartFaultException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
