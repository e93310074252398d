namespace AslTutorial.Web.Persistence;

/// <summary>A file has more bytes than the limit.</summary>
internal sealed class FileTooLargeException(long limit) : Exception($"At most {limit} bytes are taken.");
