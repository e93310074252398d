namespace AslTutorial.Web.Content.Saved;

/// <summary>Tells open pages that the files of lessons were saved. In Development alone is there one.</summary>
internal interface ISavedLessons
{
    /// <summary>Raised from any thread, once for a save.</summary>
    event Action? Saved;
}
