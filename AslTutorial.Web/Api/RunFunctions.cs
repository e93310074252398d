namespace AslTutorial.Web.Api;

/// <summary>Whose functions a run trains with.</summary>
internal enum RunFunctions
{
    /// <summary>The lesson's own, correct functions.</summary>
    Lesson,

    /// <summary>The learner's answers at the time when the run was started.</summary>
    Own,
}
