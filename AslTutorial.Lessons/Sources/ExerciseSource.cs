using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Sources;

/// <summary>What a page shows of exercises/&lt;id&gt;.yml. Its rules are read where answers are judged.</summary>
/// <param name="Id">Its file's name.</param>
/// <param name="File">For the faults.</param>
/// <param name="Gaps">In the order of the file.</param>
/// <param name="Solution">What is said beside the solution.</param>
internal sealed record ExerciseSource(string Id, string File, IReadOnlyList<PlaceSource> Gaps, LocalText? Solution)
{
    public static ExerciseSource? Read(string id, string file, string text, FaultLog faults)
    {
        if (YamlFile.Read(file, text, faults) is not { } map)
        {
            return null;
        }

        if (map.RequiredId("id") is var named && named != id)
        {
            faults.Add(file, map.Line, $"its id is '{named}' and its file is called '{id}'");
        }

        return new ExerciseSource(
            id,
            file,
            map.Maps("gaps").Select(gap => PlaceSource.Read(gap, isComplete: false)).ToList(),
            map.Local("solution"));
    }
}
