namespace AslTutorial.Web.Admission;

/// <summary>The limits of a cost: how much at once, and how fast it refills. See decisions/0033-admission.md for the figures.</summary>
/// <param name="Burst">How much one learner may use at once.</param>
/// <param name="PerMinute">How much of it refills in a minute.</param>
/// <param name="AddressBurst">How much <see cref="Classroom"/> learners behind one address may use at once.</param>
/// <param name="AddressPerMinute">How much of that refills in a minute.</param>
/// <param name="UnderWay">How many one learner may have under way at once; null for actions that are over at once.</param>
/// <param name="AddressUnderWay">The same for an address.</param>
internal sealed record Tariff(
    int Burst, double PerMinute, int AddressBurst, double AddressPerMinute, int? UnderWay = null, int? AddressUnderWay = null)
{
    /// <summary>Number of learners that the figures for an address assume.</summary>
    public const int Classroom = 60;

    /// <summary>Callers without a cookie together get one such part of their address's budget.</summary>
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
