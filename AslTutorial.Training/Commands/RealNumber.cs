using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace AslTutorial.Training.Commands;

/// <summary>
/// Options with decimals. The library would read them as the machine's language writes numbers: 0.001 is 1 in a German
/// terminal, and 0,001 is 1 in an English one.
/// </summary>
internal static class RealNumber
{
    public static Option<double> Option(string name, string description, double otherwise) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => Read(name, result),
    };

    private static double Read(string name, ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        result.AddError($"{name} is a number such as 0.001, with a point, not '{text}'.");
        return default;
    }
}
