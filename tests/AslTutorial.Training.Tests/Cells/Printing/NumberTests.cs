using System.Globalization;
using AslTutorial.Training.Cells.Printing;
using AslTutorial.Training.Cells.Printing.Numbers;

namespace AslTutorial.Training.Tests.Cells.Printing;

public sealed class NumberTests
{
    [Fact]
    public void Format_GoldenNumbers_IsWhatPythonPrints()
    {
        var numbers = GoldenFile.Read("numbers.txt");

        numbers.Count.ShouldBeGreaterThan(300);
        foreach (var (bits, text) in numbers)
        {
            var value = BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            var words = text.Split(' ');
            PythonText.Repr(value).ShouldBe(words[0]);
            if (double.IsFinite(value))
            {
                ExactDecimal.Scientific(value, 4).ShouldBe(words[1]);
            }

            if (words.Length > 2)
            {
                ExactDecimal.Fixed(value, 4).ShouldBe(words[2]);
                ExactDecimal.Fixed(value, 0).ShouldBe(words[3]);
            }
        }
    }
}
