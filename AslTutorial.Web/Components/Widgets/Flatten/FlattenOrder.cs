namespace AslTutorial.Web.Components.Widgets.Flatten;

/// <summary>The order of nn.Flatten for (channels, height, width): channel by channel, row by row.</summary>
public readonly record struct FlattenOrder(int Channels, int Height, int Width)
{
    public int PerChannel => Height * Width;

    public int Length => Channels * PerChannel;

    public int IndexOf(int channel, int row, int column) => (channel * PerChannel) + (row * Width) + column;

    public (int Channel, int Row, int Column) PlaceOf(int index) => (index / PerChannel, index % PerChannel / Width, index % Width);
}
