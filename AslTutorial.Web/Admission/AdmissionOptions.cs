using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Admission;

/// <summary>AslTutorial:Admission.</summary>
internal sealed class AdmissionOptions
{
    /// <summary>How many learners may work behind one address, as in a classroom.</summary>
    public int LearnersPerAddress { get; set; } = Tariff.Classroom;

    /// <summary>How many such addresses the site serves at once.</summary>
    public int Addresses { get; set; } = 4;

    /// <summary>After how many minutes a learner is no longer a newcomer. A quarter of the site's capacity is reserved for them.</summary>
    public int KnownAfterMinutes { get; set; } = 10;
}

internal sealed class AdmissionOptionsValidator : IValidateOptions<AdmissionOptions>
{
    private const int MaxLearners = 100_000;
    private const int MaxAddresses = 10_000;
    private const int MaxMinutes = 10_080;

    public ValidateOptionsResult Validate(string? name, AdmissionOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.LearnersPerAddress), options.LearnersPerAddress, 1, MaxLearners);
        Check(nameof(options.Addresses), options.Addresses, 1, MaxAddresses);
        Check(nameof(options.KnownAfterMinutes), options.KnownAfterMinutes, 0, MaxMinutes);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string setting, int value, int min, int max)
        {
            if (value < min || value > max)
            {
                faults.Add($"AslTutorial:Admission:{setting} is from {min} to {max}, not {value}");
            }
        }
    }
}
