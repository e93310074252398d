namespace AslTutorial.Web.Components.Home;

/// <summary>A 3 x 3 kernel and what it makes of a picture: the home page's drawing is worked out, not painted.</summary>
internal static class Kernel
{
    public const int Size = 3;

    /// <summary>Answers where it gets brighter from left to right.</summary>
    public static int[] Upright { get; } = [-1, 0, 1, -2, 0, 2, -1, 0, 1];

    /// <summary>Answers where it gets brighter from top to bottom.</summary>
    public static int[] Level { get; } = [-1, -2, -1, 0, 0, 0, 1, 2, 1];

    /// <summary>
    /// The answer at every pixel, from -1 to 1: stride 1, padding 1 (the border repeated, so that the frame of the picture is
    /// no edge), scaled to the strongest.
    /// </summary>
    public static float[] Answer(float[] pixels, int side, int[] kernel)
    {
        var answer = new float[pixels.Length];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var sum = 0f;
                for (var k = 0; k < kernel.Length; k++)
                {
                    var row = Math.Clamp(y + (k / Size) - 1, 0, side - 1);
                    var column = Math.Clamp(x + (k % Size) - 1, 0, side - 1);
                    sum += kernel[k] * pixels[(row * side) + column];
                }

                answer[(y * side) + x] = sum;
            }
        }

        var strongest = answer.Max(Math.Abs);
        return strongest == 0 ? answer : Array.ConvertAll(answer, value => value / strongest);
    }
}
