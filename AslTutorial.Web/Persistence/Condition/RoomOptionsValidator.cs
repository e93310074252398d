using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Persistence.Condition;

internal sealed class RoomOptionsValidator : IValidateOptions<RoomOptions>
{
    public ValidateOptionsResult Validate(string? name, RoomOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.RunsNeedMegabytes), options.RunsNeedMegabytes);
        Check(nameof(options.WorkNeedsMegabytes), options.WorkNeedsMegabytes);
        if (options.WorkNeedsMegabytes > options.RunsNeedMegabytes)
        {
            faults.Add("AslTutorial:Storage:WorkNeedsMegabytes is at most RunsNeedMegabytes: runs stop before checks do");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string setting, int value)
        {
            if (value is < 0 or > RoomOptions.MaxMegabytes)
            {
                faults.Add($"AslTutorial:Storage:{setting} is from 0 to {RoomOptions.MaxMegabytes}, not {value}");
            }
        }
    }
}
