using System.Globalization;

namespace AslTutorial.Training.Native;

/// <summary>
/// Which card this process sees: CUDA shows it those that CUDA_VISIBLE_DEVICES lists and numbers them from 0, so with one
/// entry the card of choice is device 0 and no other card is touched.
/// </summary>
/// <param name="Asked">The number of the card that was asked for.</param>
/// <param name="Entry">The one entry for the variable; null where there is no such card.</param>
/// <param name="Cards">How many cards there are to choose from; null where that is not known.</param>
/// <param name="IsLimited">Whether the environment had chosen cards before.</param>
internal sealed record CardView(int Asked, string? Entry, int? Cards, bool IsLimited)
{
    private const string Variable = "CUDA_VISIBLE_DEVICES";

    /// <summary>Why the card cannot be had.</summary>
    /// <exception cref="InvalidOperationException">It can.</exception>
    public string Fault => Entry is null
        ? $"cuda:{Asked} was asked for and {(IsLimited ? $"{Variable} shows" : "this machine has")} {Amount(Cards ?? 0)}; choose another, auto or cpu."
        : throw new InvalidOperationException("There is such a card.");

    /// <summary>To be called before libtorch is loaded: CUDA reads the variable once.</summary>
    public static CardView Narrow(int index)
    {
        var view = Of(index, Environment.GetEnvironmentVariable(Variable), CardCount.OfMachine());
        if (view.Entry is { } entry)
        {
            NativeEnvironment.Set(Variable, entry, overwrite: true);
        }

        return view;
    }

    /// <summary>Chooses a card.</summary>
    /// <param name="index">Its number among those that can be seen so far.</param>
    /// <param name="visible">The variable as it is; null where it is not set and all cards can be seen.</param>
    /// <param name="machine">Cards of the machine, or null where that is not known.</param>
    public static CardView Of(int index, string? visible, int? machine)
    {
        if (visible is null)
        {
            return new(index, index < (machine ?? int.MaxValue) ? index.ToString(CultureInfo.InvariantCulture) : null, machine, IsLimited: false);
        }

        // As CUDA does: the list ends at the first entry that names no card; entries that are no numbers are UUIDs.
        var entries = visible.Split(',', StringSplitOptions.TrimEntries)
            .TakeWhile(entry => int.TryParse(entry, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number >= 0 && number < (machine ?? int.MaxValue)
                : entry.Length > 0)
            .ToList();
        return new(index, index < entries.Count ? entries[index] : null, entries.Count, IsLimited: true);
    }

    private static string Amount(int cards) => cards switch
    {
        0 => "no card",
        1 => "one card, cuda:0",
        _ => string.Create(CultureInfo.InvariantCulture, $"{cards} cards, cuda:0 to cuda:{cards - 1}"),
    };
}
