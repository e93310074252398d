using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Persistence.Condition;

/// <summary>AslTutorial:Storage, as far as free space is concerned.</summary>
internal sealed class RoomOptions
{
    private const int MaxMegabytes = 10_000_000;

    /// <summary>With less free space no new runs are taken.</summary>
    [Range(0, MaxMegabytes)]
    public int RunsNeedMegabytes { get; set; } = 300;

    /// <summary>With less free space attempts are checked and not kept.</summary>
    [Range(0, MaxMegabytes)]
    public int WorkNeedsMegabytes { get; set; } = 50;
}

internal sealed class RoomOptionsValidator : IValidateOptions<RoomOptions>
{
    public ValidateOptionsResult Validate(string? name, RoomOptions options) => options.WorkNeedsMegabytes > options.RunsNeedMegabytes
        ? ValidateOptionsResult.Fail("AslTutorial:Storage:WorkNeedsMegabytes is at most RunsNeedMegabytes: runs stop before checks do")
        : ValidateOptionsResult.Success;
}
