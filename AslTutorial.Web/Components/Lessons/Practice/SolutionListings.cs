using AslTutorial.Lessons.Library;
using AslTutorial.Lessons.Listings;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>Reads the solutions from the lessons' folder.</summary>
internal sealed class SolutionListings(LessonLibrary library) : ISolutionListings
{
    public Listing? Find(string lesson, string language, string exercise) => library.FindSolution(lesson, language, exercise)?.Python;
}
