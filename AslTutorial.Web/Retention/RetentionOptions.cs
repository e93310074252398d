using System.ComponentModel.DataAnnotations;

namespace AslTutorial.Web.Retention;

/// <summary>AslTutorial:Retention.</summary>
internal sealed class RetentionOptions
{
    private const int MaxDays = 36_500;

    /// <summary>Days after which the work of a learner who does not come back is deleted.</summary>
    [Range(1, MaxDays)]
    public int Days { get; set; } = 365;

    /// <summary>The same for a learner who came on one day only, like callers without cookies.</summary>
    [Range(1, MaxDays)]
    public int OnceDays { get; set; } = 90;
}
