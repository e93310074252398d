using System.Collections.Concurrent;
using AslTutorial.Lessons.Listings;
using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>C# code that the build extracted from the compiled cells; each is coloured once.</summary>
internal sealed class CSharpListings(LessonCourse course) : ICSharpListings
{
    private readonly ConcurrentDictionary<(string Lesson, string Cell, string Language), Listing?> _known = new();

    public Listing? Find(string lesson, string cell, string language) => course.Find(lesson) is not { } programs ? null : _known.GetOrAdd(
        (lesson, cell, language),
        key => CellSources.Find(programs, key.Cell, key.Language) is { Length: > 0 } source ? ListingReader.MarkedCSharp(source, key.Language) : null);
}
