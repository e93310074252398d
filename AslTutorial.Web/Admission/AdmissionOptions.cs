using System.ComponentModel.DataAnnotations;

namespace AslTutorial.Web.Admission;

/// <summary>AslTutorial:Admission.</summary>
internal sealed class AdmissionOptions
{
    /// <summary>How many learners may work behind one address, as in a classroom.</summary>
    [Range(1, 100_000)]
    public int LearnersPerAddress { get; set; } = Tariff.Classroom;

    /// <summary>How many such addresses the site serves at once.</summary>
    [Range(1, 10_000)]
    public int Addresses { get; set; } = 4;

    /// <summary>After how many minutes a learner is no longer a newcomer. A quarter of the site's and of each address's budgets is reserved for them.</summary>
    [Range(0, 10_080)]
    public int KnownAfterMinutes { get; set; } = 10;
}
