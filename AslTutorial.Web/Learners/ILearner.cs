namespace AslTutorial.Web.Learners;

/// <summary>The anonymous learner of this request or circuit, identified by a cookie.</summary>
public interface ILearner
{
    /// <summary>A stable random id; a new one each time if cookies are disabled.</summary>
    ValueTask<string> GetIdAsync();
}
