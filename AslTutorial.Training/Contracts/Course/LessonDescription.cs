using AslTutorial.Training.Contracts.Cells;

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

/// <summary>A cell for which there is a program. What comes before it is said by the lesson's lesson.yml alone.</summary>
/// <param name="Id">Its id in the content files and the HTTP API.</param>
/// <param name="Parameters">Its gaps and free parameters.</param>
/// <param name="IsListed">Whether it stands in the lesson; the others only execute the answers of exercises.</param>
public sealed record CellDescription(string Id, IReadOnlyList<CellParameter> Parameters, bool IsListed = true)
{
    /// <summary>The gap or parameter of that name, or null.</summary>
    public CellParameter? Find(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);
}

/// <summary>How far an exercise's answer is executed.</summary>
/// <param name="Name">As exercises have it: "first-batch".</param>
/// <param name="Program">The cell that does it.</param>
/// <param name="After">The cells of the lesson that come directly before a program that is not one of them.</param>
/// <param name="View">What shows the damage of a wrong answer that nobody has foreseen; null for nothing.</param>
public sealed record StageDescription(string Name, string Program, IReadOnlyList<string>? After = null, string? View = null);

/// <summary>What is executed twice, with an answer and with the right one, to make the damage of a mistake visible.</summary>
/// <param name="Name">As exercises have it: "training-curve".</param>
/// <param name="Stage">What is executed.</param>
/// <param name="Arguments">Values of the stage's program.</param>
/// <param name="OnlyGap">The one gap that the right answer differs in; null for all of them.</param>
public sealed record ViewDescription(string Name, string Stage, IReadOnlyList<CellArgument> Arguments, string? OnlyGap = null)
{
    /// <summary>The value of the stage's program, or 0 where it has none.</summary>
    public int Number(string name) => (int)(Arguments.FirstOrDefault(argument => argument.Name == name)?.Value.Integer ?? 0);
}
