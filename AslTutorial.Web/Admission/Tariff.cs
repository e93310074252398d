namespace AslTutorial.Web.Admission;

/// <summary>How much of a cost is had at once, and how fast it comes back; decisions/0033-admission.md says where the figures come from.</summary>
/// <param name="Burst">What one learner may have at once.</param>
/// <param name="PerMinute">What comes back to one learner.</param>
/// <param name="AddressBurst">What <see cref="Classroom"/> learners behind one address may have at once.</param>
/// <param name="AddressPerMinute">What comes back to them.</param>
/// <param name="UnderWay">How many of one learner's may be under way at a time; null where they do not last.</param>
/// <param name="AddressUnderWay">How many of an address'.</param>
internal sealed record Tariff(
    int Burst, double PerMinute, int AddressBurst, double AddressPerMinute, int? UnderWay = null, int? AddressUnderWay = null)
{
    /// <summary>The learners that an address' figures are meant for.</summary>
    public const int Classroom = 60;

    /// <summary>What callers without a cookie have of their address' share, all together.</summary>
    public const int NamelessPart = 4;

    private static readonly Dictionary<Cost, Tariff> All = new()
    {
        [Cost.Request] = new(1_200, 1_200, 20_000, 12_000),
        [Cost.Page] = new(60, 60, 600, 600),
        [Cost.Newcomer] = new(1, 1, 300, 30),
        [Cost.Run] = new(30, 20, 120, 12),
        [Cost.Check] = new(60, 60, 1_200, 600, UnderWay: 20, AddressUnderWay: 240),
        [Cost.Cell] = new(300, 120, 4_000, 1_200, UnderWay: 60, AddressUnderWay: 1_200),
        [Cost.Restart] = new(4, 0.2, 8, 0.5),
        [Cost.Watch] = new(300, 120, 6_000, 1_200),
        [Cost.Look] = new(300, 900, 6_000, 6_000, UnderWay: 32, AddressUnderWay: 480),
        [Cost.Text] = new(100_000, 20_000, 3_000_000, 300_000),
        [Cost.Change] = new(240, 120, 4_000, 1_200),
        [Cost.Socket] = new(60, 60, 1_200, 600, UnderWay: 20, AddressUnderWay: 360),
        [Cost.Operate] = new(60, 60, 60, 60),
    };

    public static Tariff Of(Cost cost) => All[cost];
}
