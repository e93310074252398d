using AslTutorial.Web.Admission;

namespace AslTutorial.Web.Exercises;

/// <summary>The outcome of a request to check.</summary>
/// <param name="Status">The outcome.</param>
/// <param name="Work">With <see cref="CheckStatus.Done"/>: the verdict and the result of executing the answer.</param>
/// <param name="Wait">With <see cref="CheckStatus.TooMany"/>: how long to wait.</param>
/// <param name="Refusal">With <see cref="CheckStatus.TooMany"/>: the reason.</param>
/// <param name="IsKept">Whether the attempt was stored: on a full disk there is still a verdict.</param>
public sealed record CheckOutcome(CheckStatus Status, CheckedWork? Work = null, TimeSpan Wait = default, Refusal? Refusal = null, bool IsKept = true);
