using System.ComponentModel;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Api;

/// <summary>The current steering of a run.</summary>
internal sealed record RunSteeringReply(
    [property: Description("It waits; its state is running while its trainer still has it, and paused after that.")] bool Paused,
    [property: Description("When a paused run lets its trainer go; null where it is not paused, or has none any more.")] DateTimeOffset? FreesAt,
    [property: Description("A learning rate that no trainer has taken yet; null for none.")] double? WantedRate,
    [property: Description("It is to be completed with the epoch that is under way.")] bool StopAfterEpoch)
{
    public static RunSteeringReply From(RunView run) => new(run.Helm.IsPaused, run.Helm.FreesAt, run.Helm.WantedRate, run.Helm.StopsAfterEpoch);
}
