namespace AslTutorial.Web.Api;

/// <summary>Whose functions a run trains with.</summary>
internal enum RunFunctions
{
    /// <summary>The lesson's, as they should be.</summary>
    Lesson,

    /// <summary>What the learner had filled in when the run was started.</summary>
    Own,
}
