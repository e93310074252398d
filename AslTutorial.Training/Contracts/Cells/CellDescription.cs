namespace AslTutorial.Training.Contracts.Cells;

/// <summary>A cell as the site knows it.</summary>
/// <param name="Id">Its id in the content files and the HTTP API.</param>
/// <param name="Needs">The cells and exercises that have to come directly before it.</param>
/// <param name="Parameters">Its gaps and free parameters.</param>
/// <param name="IsListed">Whether it stands in the lesson; the others only execute the answers of exercises.</param>
public sealed record CellDescription(
    string Id,
    IReadOnlyList<string> Needs,
    IReadOnlyList<CellParameter> Parameters,
    bool IsListed = true);
