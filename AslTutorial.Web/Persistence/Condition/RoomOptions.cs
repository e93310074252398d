namespace AslTutorial.Web.Persistence.Condition;

/// <summary>AslTutorial:Storage, as far as free space is concerned.</summary>
internal sealed class RoomOptions
{
    public const int MaxMegabytes = 10_000_000;

    /// <summary>With less free space no new runs are taken.</summary>
    public int RunsNeedMegabytes { get; set; } = 300;

    /// <summary>With less free space attempts are checked and not kept.</summary>
    public int WorkNeedsMegabytes { get; set; } = 50;
}
