namespace AslTutorial.Web.Persistence;

/// <summary>More bytes came than are taken.</summary>
internal sealed class FileTooLargeException(long limit) : Exception($"At most {limit} bytes are taken.");
