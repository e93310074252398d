namespace AslTutorial.Web.Persistence.Copies;

/// <param name="Path">Inside the backup, with forward slashes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record CopiedFile(string Path, long Bytes, string Sha256);
