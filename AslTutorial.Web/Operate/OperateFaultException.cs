namespace AslTutorial.Web.Operate;

/// <summary>An action of the operator is impossible; the message is the reason.</summary>
internal sealed class OperateFaultException(string message) : Exception(message);
