namespace AslTutorial.Web.Persistence.Copies;

/// <param name="Path">Inside the backup, with forward slashes.</param>
/// <param name="Sha256">In small hexadecimal digits.</param>
internal sealed record CopiedFile(string Path, long Bytes, string Sha256);
