namespace AslTutorial.Web.Learners;

/// <summary>The claim that carries the learner in HttpContext.User and from there into circuits.</summary>
internal static class LearnerClaims
{
    public const string AuthenticationType = "Learner";
    public const string Id = "asl:learner";
}
