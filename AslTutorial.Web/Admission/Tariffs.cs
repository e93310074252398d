namespace AslTutorial.Web.Admission;

/// <summary>The tariff of every cost: the usual one, but where a room has a setting for it and says so while it is set up.</summary>
internal sealed class Tariffs
{
    private readonly Dictionary<Cost, Tariff> _set = [];

    public Tariff this[Cost cost]
    {
        get => _set.TryGetValue(cost, out var tariff) ? tariff : Tariff.Of(cost);
        set => _set[cost] = value;
    }
}
