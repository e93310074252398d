namespace AslTutorial.Web.Admission;

/// <summary>The tariff of each cost: the usual one unless a feature replaces it in its setup.</summary>
internal sealed class Tariffs
{
    private readonly Dictionary<Cost, Tariff> _set = [];

    public Tariff this[Cost cost]
    {
        get => _set.TryGetValue(cost, out var tariff) ? tariff : Tariff.Of(cost);
        set => _set[cost] = value;
    }
}
