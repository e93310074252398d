using System.ComponentModel;

namespace AslTutorial.Web.Api;

/// <summary>The body of PATCH /api/runs/{id}, as the OpenAPI document shows it; read field by field in <see cref="RunPatchReader"/>.</summary>
internal sealed record RunPatch(
    [property: Description("Adam's step size from the next batch on, 0.000001 to 1.")] double? LearningRate,
    [property: Description("true: wait before the next batch; false: go on.")] bool? Paused,
    [property: Description("true: complete the run with the epoch that is under way; false: do not.")] bool? StopAfterEpoch,
    [property: Description("For whoever looks at the run: one line of at most 80 characters; null or empty takes it away.")] string? Name,
    [property: Description("The same, of at most 2,000 characters.")] string? Note,
    [property: Description("true, of a replay: show the rest of its epochs at once.")] bool? ShowAll);
