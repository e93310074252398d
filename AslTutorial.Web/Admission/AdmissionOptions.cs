using System.ComponentModel.DataAnnotations;

namespace AslTutorial.Web.Admission;

/// <summary>AslTutorial:Admission.</summary>
internal sealed class AdmissionOptions
{
    /// <summary>Learners who may be at work behind one address, as in a classroom.</summary>
    [Range(1, 100_000)]
    public int LearnersPerAddress { get; set; } = Tariff.Classroom;

    /// <summary>How many such addresses the site serves at once.</summary>
    [Range(1, 10_000)]
    public int Addresses { get; set; } = 4;

    /// <summary>After how many minutes a learner counts as one who was here before, for whom a quarter of the site is kept.</summary>
    [Range(0, 10_080)]
    public int KnownAfterMinutes { get; set; } = 10;
}
