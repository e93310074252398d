namespace AslTutorial.Web.Persistence.Copies;

/// <summary>A backup cannot be made or put back; the message is one sentence for whoever wanted it.</summary>
internal sealed class CopyFaultException(string message, Exception? cause = null) : Exception(message, cause);
