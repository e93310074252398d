using System.Globalization;
using System.Text;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Notebooks;

/// <summary>A small data set in the real files' form, and where the real trainer is.</summary>
internal static class TinySigns
{
    private const int Classes = 24;
    private const int Pixels = 784;

    // A prime, so that no wrong shape fits by luck.
    private const int Rows = 47;

    /// <summary>The trainer's own output folder, of this build: the only one that holds libtorch.</summary>
    public static string TrainerPath { get; } = Path.Combine(
        Repository.Root,
        "AslTutorial.Training",
        Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."), AppContext.BaseDirectory),
        "AslTutorial.Training.dll");

    public static void WriteTo(string folder)
    {
        Write(Path.Combine(folder, "sign_mnist_train.csv"), shift: 0);
        Write(Path.Combine(folder, "sign_mnist_valid.csv"), shift: 7);
    }

    private static void Write(string path, int shift)
    {
        var text = new StringBuilder("label");
        for (var pixel = 1; pixel <= Pixels; pixel++)
        {
            text.Append(CultureInfo.InvariantCulture, $",pixel{pixel}");
        }

        for (var row = 0; row < Rows; row++)
        {
            text.Append('\n').Append(row % Classes);
            for (var pixel = 0; pixel < Pixels; pixel++)
            {
                text.Append(',').Append(((row % Classes * 31) + (pixel * 7) + shift) % 256);
            }
        }

        File.WriteAllText(path, text.Append('\n').ToString());
    }
}
