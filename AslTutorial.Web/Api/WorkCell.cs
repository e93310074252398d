namespace AslTutorial.Web.Api;

/// <summary>A cell that was run.</summary>
internal sealed record WorkCell(string Cell, int? Count, DateTimeOffset? EndedAt, IReadOnlyList<CellOutputReply> Outputs);
