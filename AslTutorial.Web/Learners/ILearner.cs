namespace AslTutorial.Web.Learners;

/// <summary>The anonymous learner of this request or circuit, known by a cookie.</summary>
public interface ILearner
{
    /// <summary>A stable id that says nothing about the person; a fresh one when cookies are off.</summary>
    ValueTask<string> GetIdAsync();
}
