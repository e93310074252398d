using AslTutorial.Lessons.Listings;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>The official code of exercises. For a learner who has solved one: nothing of it may reach a page before.</summary>
public interface ISolutionListings
{
    /// <summary>Null where there is none.</summary>
    Listing? Find(string lesson, string language, string exercise);
}
