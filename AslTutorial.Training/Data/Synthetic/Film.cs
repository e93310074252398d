namespace AslTutorial.Training.Data.Synthetic;

/// <summary>The camera's share: blur, exposure, noise, and 256 levels of grey.</summary>
internal static class Film
{
    /// <param name="picture">28 x 28 brightnesses; changed.</param>
    /// <param name="shot">The camera.</param>
    /// <param name="random">The noise.</param>
    /// <param name="pixels">Gets 28 x 28 bytes.</param>
    public static void Expose(Span<float> picture, in Shot shot, ref SplitMix random, Span<byte> pixels)
    {
        Blur(picture, shot.Blur, 1, ImageSet.Side);
        Blur(picture, shot.Blur, ImageSet.Side, 1);
        for (var i = 0; i < picture.Length; i++)
        {
            var value = ((picture[i] - .5f) * shot.Contrast) + .5f + shot.Brightness;
            var level = (value * byte.MaxValue) + (random.Bell() * 3 * shot.Noise);
            pixels[i] = (byte)(int)Math.Clamp(level + .5f, 0, byte.MaxValue);
        }
    }

    /// <summary>Mixes each pixel with its two neighbours in a line: weights blur/4, 1 - blur/2, blur/4.</summary>
    private static void Blur(Span<float> picture, float blur, int step, int line)
    {
        for (var start = 0; start < ImageSet.Side; start++)
        {
            var first = start * line;
            var before = picture[first];
            for (var i = 0; i < ImageSet.Side; i++)
            {
                var at = first + (i * step);
                var here = picture[at];
                var after = i + 1 < ImageSet.Side ? picture[at + step] : here;
                picture[at] = here + (blur * .25f * (before - here + (after - here)));
                before = here;
            }
        }
    }
}
