using System.Globalization;
using System.Text;

namespace AslTutorial.EndToEnd.Tests.Site;

/// <summary>
/// A data set in the real files' form that a net learns in one epoch: each class is a bright bar
/// in a place of its own, so that a test can wait for learning without waiting for long.
/// </summary>
internal static class TinyDataSet
{
    private const int Classes = 24;
    private const int Side = 28;

    public static void WriteTo(string directory, int trainRows = 1920, int validRows = 240)
    {
        Directory.CreateDirectory(directory);
        Write(Path.Combine(directory, "sign_mnist_train.csv"), trainRows, seed: 1);
        Write(Path.Combine(directory, "sign_mnist_valid.csv"), validRows, seed: 2);
    }

    /// <summary>What a benchmark measures on: the folder that the variable DATA names, or else such a data set in this one.</summary>
    public static string NamedOrWrittenTo(string directory)
    {
        if (Environment.GetEnvironmentVariable("DATA") is { } named)
        {
            return named;
        }

        WriteTo(directory);
        return directory;
    }

    private static void Write(string path, int rows, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("label");
        for (var pixel = 1; pixel <= Side * Side; pixel++)
        {
            text.Append(CultureInfo.InvariantCulture, $",pixel{pixel}");
        }

        text.Append('\n');
        for (var row = 0; row < rows; row++)
        {
            var label = row % Classes;
            text.Append(label);
            for (var y = 0; y < Side; y++)
            {
                for (var x = 0; x < Side; x++)
                {
                    var inBar = x == label + 2 || y == (label * 5 % Classes) + 2;
                    text.Append(',').Append(random.Next(0, 60) + (inBar ? 180 : 0));
                }
            }

            text.Append('\n');
        }

        File.WriteAllText(path, text.ToString());
    }
}
