using System.Globalization;
using AslTutorial.Training.Data;

namespace AslTutorial.Training.Tests.Commands;

/// <summary>Writes a small data set as the two CSV files.</summary>
internal static class CsvFolder
{
    public static void Write(string folder, SignData data)
    {
        Write(Path.Combine(folder, "sign_mnist_train.csv"), data.Train);
        Write(Path.Combine(folder, "sign_mnist_valid.csv"), data.Valid);
    }

    private static void Write(string path, ImageSet set)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("label," + string.Join(',', Enumerable.Range(1, ImageSet.PixelsPerImage).Select(pixel => $"pixel{pixel}")));
        for (var image = 0; image < set.Count; image++)
        {
            var pixels = set.Pixels.Skip(image * ImageSet.PixelsPerImage).Take(ImageSet.PixelsPerImage);
            writer.WriteLine(set.Labels[image].ToString(CultureInfo.InvariantCulture) + "," + string.Join(',', pixels));
        }
    }
}
