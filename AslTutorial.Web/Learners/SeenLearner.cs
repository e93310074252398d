namespace AslTutorial.Web.Learners;

/// <summary>A learner whose browser has shown its cookie.</summary>
/// <param name="Since">When the browser was first given one; long ago where that is not known.</param>
/// <param name="IsStale">Whether it is time to give it a new one, so that it does not end while the learner goes on.</param>
internal sealed record SeenLearner(string Id, DateTimeOffset Since, bool IsStale);

/// <summary>The claim that carries the learner in HttpContext.User and from there into circuits.</summary>
internal static class LearnerClaims
{
    public const string AuthenticationType = "Learner";
    public const string Id = "asl:learner";
}
