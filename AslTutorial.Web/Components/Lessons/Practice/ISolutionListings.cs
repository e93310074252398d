using AslTutorial.Lessons.Listings;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>The solutions' code. Only for a learner who has solved the exercise: it must not reach a page before.</summary>
public interface ISolutionListings
{
    /// <summary>Null if there is none.</summary>
    Listing? Find(string lesson, string language, string exercise);
}
