using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Sources;

namespace AslTutorial.Lessons.Checking;

/// <summary>What is wrong with a lesson whatever the language: its cells and their code.</summary>
internal static class SourcesCheck
{
    public static void Run(LessonSources sources, FaultLog faults)
    {
        var file = sources.ManifestFile;
        var cells = sources.Manifest.Cells;
        foreach (var twice in cells.GroupBy(cell => cell.Id).Where(same => same.Count() > 1))
        {
            faults.Add(file, twice.Last().Line, $"cell '{twice.Key}' is there already");
        }

        NeedsCheck.Run(file, cells, faults);
        CodeCheck.Run(sources, faults);
        foreach (var question in sources.Questions.Values.Where(q => q.Cell is { } named && cells.All(cell => cell.Id != named)))
        {
            faults.Add(sources.Folder.NameOf(QuestionSource.FileName), question.Line, $"question '{question.Id}' names a cell '{question.Cell}' that is not there");
        }
    }
}
