namespace AslTutorial.Web.Notebooks;

/// <summary>The last run of a cell, without what came of it.</summary>
/// <param name="Count">Null where it was in an earlier kernel.</param>
internal sealed record StoredCell(int? Count, string Fingerprint, string DataDigest, double Milliseconds, DateTimeOffset EndedAt);
