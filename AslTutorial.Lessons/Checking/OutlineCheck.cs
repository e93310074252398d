using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Prose;
using AslTutorial.Lessons.Sources;

namespace AslTutorial.Lessons.Checking;

/// <summary>The texts of a lesson against one another, and against what is there for them.</summary>
internal static class OutlineCheck
{
    public static void Run(LessonSources sources, IReadOnlyList<ParsedLesson> texts, FaultLog faults)
    {
        foreach (var text in texts)
        {
            foreach (var other in texts.Where(other => other != text))
            {
                foreach (var entry in other.Outline.Where(entry => !text.Outline.Any(entry.IsSame)))
                {
                    faults.Add(text.File, null, $"{entry.Kind} '{entry.Id}' is missing; it stands in {other.File}:{entry.Line}");
                }
            }
        }

        if (texts is [var first, var second] && first.Outline.Count == second.Outline.Count && first.Outline.All(entry => second.Outline.Any(entry.IsSame)))
        {
            CheckOrder(first, second, faults);
        }

        CheckUsed(sources, texts, faults);
    }

    private static void CheckOrder(ParsedLesson first, ParsedLesson second, FaultLog faults)
    {
        if (first.Outline.Zip(second.Outline).FirstOrDefault(pair => !pair.First.IsSame(pair.Second)) is ({ } here, { } there))
        {
            faults.Add(first.File, here.Line, $"here stands {here.Kind} '{here.Id}', and {second.File}:{there.Line} has {there.Kind} '{there.Id}' in its place");
        }
    }

    private static void CheckUsed(LessonSources sources, IReadOnlyList<ParsedLesson> texts, FaultLog faults)
    {
        var used = texts.SelectMany(text => text.Outline).Select(entry => (entry.Kind, entry.Id)).ToHashSet();
        foreach (var cell in sources.Manifest.Cells
            .Where(cell => !used.Contains((ComponentNames.Cell, cell.Id)) && !used.Contains((ComponentNames.Exercise, cell.Id))))
        {
            faults.Add(sources.ManifestFile, cell.Line, $"cell '{cell.Id}' stands in no text");
        }

        foreach (var question in sources.Questions.Values.Where(question => !used.Contains((ComponentNames.Predict, question.Id))))
        {
            faults.Add(sources.Folder.NameOf(QuestionSource.FileName), question.Line, $"question '{question.Id}' stands in no text");
        }

        foreach (var figure in sources.Figures.Values.Where(figure => !used.Contains((ComponentNames.Figure, figure.Id))))
        {
            faults.Add(sources.Folder.NameOf(FigureSource.FileName), figure.Line, $"figure '{figure.Id}' stands in no text");
        }

        foreach (var name in sources.Folder.ListFigures()
            .Where(name => !sources.Figures.Keys.Any(id => name == $"{id}.svg" || name == $"{id}-narrow.svg")))
        {
            faults.Add(LessonFolder.NameOfFigure(sources.Folder.Slug, name), null, $"{FigureSource.FileName} has no such figure");
        }

        foreach (var id in sources.Exercises.Keys.Where(id => !used.Contains((ComponentNames.Solution, $"{ComponentNames.Solution}-{id}"))))
        {
            faults.Add(sources.Exercises[id].File, null, $"no text has a ':::solution {id}'");
        }
    }
}
