namespace AslTutorial.Web.Components.Home;

/// <summary>A 3 x 3 convolution: the home page's figure is really computed.</summary>
internal static class Kernel
{
    public const int Size = 3;

    /// <summary>Responds where it gets brighter from left to right.</summary>
    public static int[] Upright { get; } = [-1, 0, 1, -2, 0, 2, -1, 0, 1];

    /// <summary>Responds where it gets brighter from top to bottom.</summary>
    public static int[] Level { get; } = [-1, -2, -1, 0, 0, 0, 1, 2, 1];

    /// <summary>
    /// The response at every pixel, scaled to -1 to 1 by the strongest: stride 1, padding 1. The padding repeats the border, so that the
    /// picture's frame is no edge.
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
