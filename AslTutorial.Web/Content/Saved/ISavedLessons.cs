namespace AslTutorial.Web.Content.Saved;

/// <summary>Tells open pages that files of lessons were saved. Registered only in Development.</summary>
internal interface ISavedLessons
{
    /// <summary>Raised from any thread, once per save.</summary>
    event Action? Saved;
}
