namespace AslTutorial.Training.Contracts.Cells;

/// <summary>The kinds of output; "text", "image", "table", "error" in JSON.</summary>
public enum CellOutputKind
{
    Text,
    Image,
    Table,
    Error,
}
