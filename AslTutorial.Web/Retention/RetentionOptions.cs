using System.ComponentModel.DataAnnotations;

namespace AslTutorial.Web.Retention;

/// <summary>AslTutorial:Retention.</summary>
internal sealed class RetentionOptions
{
    private const int MaxDays = 36_500;

    /// <summary>For how many days the work of a learner is kept who does not come back.</summary>
    [Range(1, MaxDays)]
    public int Days { get; set; } = 365;

    /// <summary>The same of a learner who was here on one day only, as a caller without cookies is.</summary>
    [Range(1, MaxDays)]
    public int OnceDays { get; set; } = 90;
}
