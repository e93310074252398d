using System.Globalization;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;

namespace AslTutorial.Web.Api;

/// <summary>Reads a look's parameters from a query string; missing ones have a default.</summary>
internal sealed class LookReader(IQueryCollection query)
{
    private readonly List<KeyValuePair<string, string>> _faults = [];

    /// <summary>The names of the views of a net in URLs.</summary>
    public static IReadOnlyList<string> Views { get; } = ["whole", "map", "kernels", "unit", "why", "alike", "channel", "dropout", "letter"];

    public IReadOnlyList<KeyValuePair<string, string>> Faults => _faults;

    /// <summary>Null if none is given.</summary>
    public int? Epoch { get; private set; }

    /// <summary>The order, valid only without <see cref="Faults"/>; null for an unknown view.</summary>
    public LookOrder? Read(string view)
    {
        if (!Views.Contains(view, StringComparer.Ordinal))
        {
            return null;
        }

        var kind = Enum.Parse<LookView>(view, ignoreCase: true);
        Epoch = query.ContainsKey("epoch") ? (int)Number("epoch", EpochNumber.Untrained, TrainingLimits.MaxEpochs, EpochNumber.Untrained) : null;
        return new LookOrder(kind)
        {
            Set = Set(),
            Image = (int)Number("image", 0, int.MaxValue, 0),
            Layer = (int)Number("layer", 1, int.MaxValue, 1),
            Channel = (int)Number(kind == LookView.Unit ? "unit" : "channel", 0, int.MaxValue, 0),
            Letter = kind is LookView.Why or LookView.Letter ? Letter(query["letter"], "letter", _faults) : 0,
            Seed = Number("seed", 0, int.MaxValue, 0),
            Passes = (int)Number("passes", 1, LookLimits.MaxPasses, 1),
        };
    }

    /// <summary>The class of a letter, upper or lower case.</summary>
    public static int Letter(string? text, string name, List<KeyValuePair<string, string>> faults)
    {
        var letter = text is [var sign] ? SignClasses.Letters.IndexOf(char.ToLowerInvariant(sign), StringComparison.Ordinal) : -1;
        if (letter < 0)
        {
            faults.Add(new(name, $"{name} is one of the {SignClasses.Count} letters: A to Y without J"));
        }

        return Math.Max(0, letter);
    }

    private ImageSetName Set()
    {
        switch (query["set"].ToString())
        {
            case "" or "valid":
                return ImageSetName.Valid;
            case "train":
                return ImageSetName.Train;
            default:
                _faults.Add(new("set", "set is one of train, valid"));
                return default;
        }
    }

    private long Number(string name, long min, long max, long fallback)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return fallback;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        _faults.Add(new(name, FormattableString.Invariant($"{name} is a whole number from {min} to {max}")));
        return fallback;
    }
}
