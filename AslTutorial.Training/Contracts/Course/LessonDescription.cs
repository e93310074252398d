namespace AslTutorial.Training.Contracts.Course;

/// <summary>What a lesson's programs offer.</summary>
/// <param name="Slug">The lesson's: the name of its content folder and its address.</param>
/// <param name="Net">What its training panel trains.</param>
/// <param name="Cells">The cells that can be run.</param>
/// <param name="Stages">How far answers can be executed.</param>
/// <param name="Views">What can make a mistake's damage visible.</param>
/// <param name="Loops">The cell that stands for the whole training, and the source files of its loops; null for none.</param>
public sealed record LessonDescription(
    string Slug,
    ModelKind Net,
    IReadOnlyList<CellDescription> Cells,
    IReadOnlyList<StageDescription> Stages,
    IReadOnlyList<ViewDescription> Views,
    TrainingCell? Loops = null)
{
    /// <summary>The cell with that id, or null.</summary>
    public CellDescription? Find(string cell) => Cells.FirstOrDefault(known => known.Id == cell);

    /// <summary>Whether a cell of the lesson's page has a program.</summary>
    public bool HasProgram(string cell) => Find(cell) is { IsListed: true };

    /// <summary>Whether the site has something to do for a cell of the page: its program, or the training panel.</summary>
    public bool Knows(string cell) => HasProgram(cell) || cell == Loops?.Id;

    /// <summary>The stage of that name, or null.</summary>
    public StageDescription? FindStage(string stage) => Stages.FirstOrDefault(known => known.Name == stage);

    /// <summary>The view of that name, or null.</summary>
    public ViewDescription? FindView(string view) => Views.FirstOrDefault(known => known.Name == view);
}

/// <summary>The cell that the training panel runs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sources">The trainer's files with its loops, outermost first.</param>
public sealed record TrainingCell(string Id, IReadOnlyList<string> Sources);
