namespace AslTutorial.Web.Operate;

/// <summary>What the operator asked for cannot be done; the message is the rest of a sentence that says why.</summary>
internal sealed class OperateFaultException(string message) : Exception(message);
