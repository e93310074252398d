using System.Globalization;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>A trainer that the site is to run beside itself.</summary>
/// <param name="Number">From 1, in the order of the devices.</param>
/// <param name="Threads">Compute threads; null for as many as the trainer thinks right.</param>
internal sealed record LocalTrainerPlan(int Number, DeviceChoice Device, int? Threads)
{
    /// <summary>The one that is there in any case.</summary>
    public const string FirstId = "local";

    public string Id => Number == 1 ? FirstId : string.Create(CultureInfo.InvariantCulture, $"{FirstId}-{Number}");

    /// <summary>For logs.</summary>
    public string Name => Number == 1 ? "trainer" : string.Create(CultureInfo.InvariantCulture, $"trainer {Number}");
}
