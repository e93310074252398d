namespace AslTutorial.Web.Persistence.Copies;

/// <summary>A backup cannot be made or restored; the message is one sentence for the user.</summary>
internal sealed class CopyFaultException(string message, Exception? cause = null) : Exception(message, cause);
