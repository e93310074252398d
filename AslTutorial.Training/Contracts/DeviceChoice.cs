using System.Globalization;

namespace AslTutorial.Training.Contracts;

/// <summary>What a trainer is to compute on; people write "auto", "cpu", "cuda" or, for one card of several, "cuda:1".</summary>
/// <param name="Kind">Which sort of device.</param>
/// <param name="Index">The card's number as CUDA counts the cards, from 0; null where none was named.</param>
public readonly record struct DeviceChoice(DeviceKind Kind, int? Index = null)
{
    /// <summary>Cards of one machine.</summary>
    public const int MaxCards = 64;

    private const string CardPrefix = "cuda:";

    /// <summary>A card where there is one, else the processor.</summary>
    public static DeviceChoice Auto => new(DeviceKind.Auto);

    /// <summary>The processor.</summary>
    public static DeviceChoice Cpu => new(DeviceKind.Cpu);

    /// <summary>The first card.</summary>
    public static DeviceChoice Cuda => new(DeviceKind.Cuda);

    /// <summary>The number of the card that is meant, or null: "cuda" and "cuda:0" mean the same.</summary>
    public int? Card => Kind == DeviceKind.Cuda ? Index ?? 0 : null;

    /// <summary>The card of a number.</summary>
    public static DeviceChoice CudaCard(int index) => new(DeviceKind.Cuda, index);

    /// <summary>Understands what people write, in any case; false for anything else.</summary>
    public static bool TryParse(string? text, out DeviceChoice choice)
    {
        var word = text?.Trim() ?? "";
        DeviceChoice? found = word.ToLowerInvariant() switch
        {
            "auto" => Auto,
            "cpu" => Cpu,
            "cuda" => Cuda,
            _ when word.StartsWith(CardPrefix, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(word[CardPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < MaxCards => CudaCard(index),
            _ => null,
        };
        choice = found ?? Auto;
        return found is not null;
    }

    /// <summary>As <see cref="TryParse"/> understands it.</summary>
    public override string ToString() => Kind switch
    {
        DeviceKind.Cpu => "cpu",
        DeviceKind.Cuda => Index is { } index ? string.Create(CultureInfo.InvariantCulture, $"{CardPrefix}{index}") : "cuda",
        _ => "auto",
    };
}
