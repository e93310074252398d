namespace AslTutorial.Web.Components.Widgets.Conv2d;

/// <summary>The geometry of a square kernel on a square image, equal along both sides.</summary>
public readonly record struct ConvolutionShape(int Side, int Kernel, int Stride, int Padding)
{
    /// <summary>Rows (or columns) at the far end, padding included, that are too few for another window.</summary>
    public int LeftOver => (Side + (2 * Padding) - Kernel) % Stride;

    /// <summary>The formula of torch.nn.Conv2d with dilation 1.</summary>
    public int OutputSide => ((Side + (2 * Padding) - Kernel) / Stride) + 1;

    /// <summary>Rows (or columns) of real pixels at the far end that no window reaches.</summary>
    public int LostAtTheEnd => Math.Max(0, LeftOver - Padding);

    /// <summary>Pixels of the image that no window reads.</summary>
    public int UnreadPixels
    {
        get
        {
            var read = 0;
            for (var at = 0; at < Side; at++)
            {
                read += Windows(at) > 0 ? 1 : 0;
            }

            return (Side * Side) - (read * read);
        }
    }

    /// <summary>How many windows along one side contain this row (or column).</summary>
    public int Windows(int at)
    {
        var count = 0;
        for (var window = 0; window < OutputSide; window++)
        {
            var first = (window * Stride) - Padding;
            count += at >= first && at < first + Kernel ? 1 : 0;
        }

        return count;
    }
}
