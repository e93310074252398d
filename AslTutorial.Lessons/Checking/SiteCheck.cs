using AslTutorial.Lessons.Content;
using AslTutorial.Lessons.Prose;

namespace AslTutorial.Lessons.Checking;

/// <summary>A lesson against the site that is to show it.</summary>
internal static class SiteCheck
{
    public static void Run(LessonSources sources, IReadOnlyList<ParsedLesson> texts, LessonSite site, FaultLog faults)
    {
        if (site.Widgets is { } widgets)
        {
            foreach (var (text, entry) in texts.SelectMany(text => text.Outline.Select(entry => (text, entry)))
                .Where(item => item.entry.Kind == ComponentNames.Widget && !widgets.Contains(item.entry.Id)))
            {
                faults.Add(text.File, entry.Line, $"unknown widget '{entry.Id}'; there are {string.Join(", ", widgets)}");
            }
        }

        if (site.Cells is null)
        {
            return;
        }

        if (site.Cells.TryGetValue(sources.Folder.Slug, out var cells))
        {
            CheckCells(sources, cells, faults);
        }
        else
        {
            CheckUnknown(sources, faults);
        }
    }

    // Nothing would come of changing it, and nobody says what it is before it is changed.
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

            if (!site.Needs.ToHashSet().SetEquals(cell.Needs))
            {
                faults.Add(sources.ManifestFile, cell.Line, $"cell '{cell.Id}' needs [{string.Join(", ", site.Needs)}] in the site's program");
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
}
