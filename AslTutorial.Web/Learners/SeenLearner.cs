namespace AslTutorial.Web.Learners;

/// <summary>A learner identified by a valid cookie.</summary>
/// <param name="Since">When the browser got its first cookie; long ago if unknown.</param>
/// <param name="IsStale">Whether the cookie should be renewed, so that it does not expire while the learner is active.</param>
internal sealed record SeenLearner(string Id, DateTimeOffset Since, bool IsStale);

/// <summary>The claim that carries the learner in HttpContext.User and from there into circuits.</summary>
internal static class LearnerClaims
{
    public const string AuthenticationType = "Learner";
    public const string Id = "asl:learner";
}
