using System.Globalization;
using System.Text.RegularExpressions;
using AslTutorial.Training.Data;
using AslTutorial.Training.Data.Synthetic;
using AslTutorial.Training.Tests.Cells;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Lessons.Cnn;

/// <summary>What 3.2.1 says of the first training image of either data set.</summary>
public sealed partial class FirstImageTests
{
    private const int Middle = 126;
    private const int Side = 28;
    private const string Letters = "abcdefghiklmnopqrstuvwxy";

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Text_SyntheticHands_NamesLetterAndPixels(string language)
    {
        var label = SyntheticHands.Labels(11, SyntheticHands.TrainCount)[0];
        var pixels = new byte[ImageSet.PixelsPerImage];
        SyntheticHands.PaintTrain(new Painter(), label, 0, pixels);

        var text = Text(language, "synthetic");

        text.ShouldContain($" {char.ToUpperInvariant(Letters[label])}", Case.Sensitive);
        Numbers(text).ShouldBe([Middle, pixels[Middle], .. Around(pixels), Side]);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Text_PublishedFiles_NamesEndsOfTheFirstRow(string language)
    {
        var pixels = RealData.Need().Train.Pixels[..ImageSet.PixelsPerImage];

        Numbers(Text(language, "real")).ShouldBe([.. pixels[..3], .. pixels[^3..]]);
        Around(pixels).ShouldBe([95, 89, 156, 154]);
        RealData.Need().Train.Labels[0].ShouldBe((byte)Letters.IndexOf('d', StringComparison.Ordinal));
    }

    // Above, below, left, right.
    private static int[] Around(byte[] pixels) => [pixels[Middle - Side], pixels[Middle + Side], pixels[Middle - 1], pixels[Middle + 1]];

    // The second pair of such texts in the lesson.
    private static string Text(string language, string set) =>
        DataText().Matches(File.ReadAllText(Path.Combine(TestPaths.RepositoryRoot, "content", "lessons", "cnn", $"{language}.md")))
            .Where(match => match.Groups["set"].Value == set).ElementAt(1).Groups["text"].Value;

    private static List<int> Numbers(string text) => [.. Number().Matches(text).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"^::: data (?<set>\w+)\n(?<text>.*?)^:::$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex DataText();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
