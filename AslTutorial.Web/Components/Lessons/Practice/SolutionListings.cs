using AslTutorial.Lessons.Library;
using AslTutorial.Lessons.Listings;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>As the lessons' folder has them.</summary>
internal sealed class SolutionListings(LessonLibrary library) : ISolutionListings
{
    public Listing? Find(string lesson, string language, string exercise) => library.FindSolution(lesson, language, exercise)?.Python;
}
