using AslTutorial.Web.Resources;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Notebooks;

/// <summary>Describes the outcome of a run in the caller's language.</summary>
internal sealed class NotebookWords(
    NotebookCells cells, ValueReader reader, TrainerRegistry registry, IStringLocalizer<NotebookTexts> texts, IStringLocalizer<UpkeepTexts> upkeep)
{
    public CellExecution Word(string lesson, string cell, CellExecution outcome) =>
        outcome.Status == CellRunStatus.Done ? outcome : outcome with { Message = Sentence(lesson, cell, outcome) };

    private string Sentence(string lesson, string cell, CellExecution outcome) => outcome.Status switch
    {
        CellRunStatus.NeedsCell => texts["Run.NeedsCell", outcome.Missing!],
        CellRunStatus.NeedsExercise when outcome.Missing == cell => texts["Run.NeedsGaps"],
        CellRunStatus.NeedsExercise => texts["Run.NeedsExercise", outcome.Missing ?? cell],
        CellRunStatus.BadValue => Value(lesson, outcome.Missing ?? cell, outcome.Faulty),
        CellRunStatus.Unknown => texts["Run.Unknown", cell],
        CellRunStatus.Interrupted => texts["Run.Interrupted"],
        CellRunStatus.TimedOut => texts["Run.TimedOut"],
        CellRunStatus.Busy => texts["Run.Busy"],
        CellRunStatus.NoTrainer => outcome.WasLost ? texts["Run.Lost"] : upkeep[$"NoTrainer.{registry.Absence()}"],
        _ => texts["Run.Failed"],
    };

    private string Value(string lesson, string cell, (string Name, string? Text)? faulty)
    {
        var description = cells.Of(lesson).Find(cell);
        var parameter = description?.Parameters.FirstOrDefault(p => p.Name == faulty?.Name);
        var fault = description is not null && parameter is not null ? reader.Read(description, parameter, faulty?.Text).Fault : null;
        return fault is null ? texts["Value.Unusable", faulty?.Name ?? cell] : $"{parameter!.Name}: {fault}";
    }
}
