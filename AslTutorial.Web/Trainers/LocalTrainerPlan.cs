using System.Globalization;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>A trainer that the site should run.</summary>
/// <param name="Number">From 1, in the order of the devices.</param>
/// <param name="Threads">Compute threads; null: the trainer decides.</param>
internal sealed record LocalTrainerPlan(int Number, DeviceChoice Device, int? Threads)
{
    /// <summary>The first local trainer, which always exists.</summary>
    public const string FirstId = "local";

    public string Id => Number == 1 ? FirstId : string.Create(CultureInfo.InvariantCulture, $"{FirstId}-{Number}");

    /// <summary>For logs.</summary>
    public string Name => Number == 1 ? "trainer" : string.Create(CultureInfo.InvariantCulture, $"trainer {Number}");
}
