using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Prose;
using AslTutorial.Lessons.Sources;

namespace AslTutorial.Lessons.Checking;

/// <summary>A lesson against the site that is to show it.</summary>
internal static class SiteCheck
{
    public static void Run(LessonSources sources, IReadOnlyList<ParsedLesson> texts, LessonSite site, FaultLog faults)
    {
        if (site.Widgets?.Invoke(sources.Folder.Slug) is { } widgets)
        {
            foreach (var (text, entry) in texts.SelectMany(text => text.Outline.Select(entry => (text, entry)))
                .Where(item => item.entry.Kind == ComponentNames.Widget && !widgets.Contains(item.entry.Id)))
            {
                faults.Add(text.File, entry.Line, $"unknown widget '{entry.Id}'; there are {string.Join(", ", widgets)}");
            }
        }

        if (site.Programs is null)
        {
            return;
        }

        if (site.Programs.TryGetValue(sources.Folder.Slug, out var programs))
        {
            CheckCells(sources, programs.Cells, faults);
            CheckOutcomes(sources, programs, faults);
        }
        else
        {
            CheckUnknown(sources, faults);
        }
    }

    // Without a program a changed parameter has no effect and no default value to show.
    private static void CheckUnknown(LessonSources sources, FaultLog faults)
    {
        foreach (var cell in sources.Manifest.Cells.Where(cell => cell.Parameters.Count > 0))
        {
            faults.Add(
                sources.ManifestFile,
                cell.Line,
                $"cell '{cell.Id}' has the parameter '{cell.Parameters[0].Name}', but the site has no program that would read it: write its value into the code");
        }
    }

    private static void CheckCells(LessonSources sources, IReadOnlyList<SiteCell> known, FaultLog faults)
    {
        foreach (var cell in sources.Manifest.Cells)
        {
            if (known.FirstOrDefault(site => site.Id == cell.Id) is not { } site)
            {
                faults.Add(sources.ManifestFile, cell.Line, $"the site has no program for cell '{cell.Id}'");
                continue;
            }

            var places = cell.Parameters.Concat(sources.Exercises.GetValueOrDefault(cell.Id)?.Gaps ?? []).Select(place => place.Name).ToHashSet();
            if (site.Places is { } names && !places.SetEquals(names))
            {
                faults.Add(sources.ManifestFile, cell.Line, $"cell '{cell.Id}' has the parameters and gaps [{string.Join(", ", names)}] in the site's program");
            }
        }

        foreach (var site in known.Where(site => sources.Manifest.Cells.All(cell => cell.Id != site.Id)))
        {
            faults.Add(sources.ManifestFile, null, $"the site has a program for a cell '{site.Id}' that the lesson lacks");
        }
    }

    private static void CheckOutcomes(LessonSources sources, SitePrograms programs, FaultLog faults)
    {
        foreach (var exercise in sources.Exercises.Values)
        {
            // Exercises that cannot be read have been logged by their own reader.
            if (ExerciseReader.Read(exercise.File, sources.Folder.Read($"{LessonSources.ExercisesFolder}/{exercise.Id}.yml", new FaultLog()) ?? "", new FaultLog()) is not { } read)
            {
                continue;
            }

            foreach (var stage in read.Mistakes.Select(mistake => mistake.Outcome.Stage).Append(read.Stage).Distinct().Except(programs.Stages))
            {
                faults.Add(exercise.File, null, $"there is no stage '{stage}' for 'at'; there are {string.Join(", ", programs.Stages)}");
            }

            foreach (var view in read.Mistakes.Select(mistake => mistake.Outcome.View).OfType<string>().Distinct().Except(programs.Views))
            {
                faults.Add(exercise.File, null, $"there is nothing '{view}' for 'show'; there are {string.Join(", ", programs.Views)}");
            }
        }
    }
}
