namespace AslTutorial.Web.Components.Widgets.Conv2d;

/// <summary>A picture of a hand, a kernel, and the resulting feature map.</summary>
public sealed partial class Conv2dWidget
{
    private static readonly KernelPreset[] Presets = Enum.GetValues<KernelPreset>();
    private static readonly int[] Sizes = [1, 3, 5];
    private static readonly int[] Strides = [1, 2, 3];
    private static readonly int[] Paddings = [0, 1, 2];

    private ConvolutionShape _shape = new(HandImage.Side, Kernel: 3, Stride: 1, Padding: 1);
    private KernelPreset _preset = KernelPreset.Upright;
    private double[] _weights = KernelPresets.Weights(KernelPreset.Upright, 3);
    private double[] _output = [];

    /// <summary>The window shown at first: at the right edge of the left finger.</summary>
    private int Row => _shape.OutputSide * 8 / HandImage.Side;

    private int Column => _shape.OutputSide * 11 / HandImage.Side;

    private WindowSum Window => WindowSum.At(HandImage.Pixels, _weights, _shape, Row, Column);

    private string KernelText => string.Join(' ', _weights.Select(Shared.Numerals.Raw));

    private string SizeSentence => Math.Sign(_shape.OutputSide - HandImage.Side) switch
    {
        0 => L["conv2d.Kept"],
        < 0 => L["conv2d.Smaller", HandImage.Side, _shape.OutputSide],
        _ => L["conv2d.Larger", HandImage.Side, _shape.OutputSide],
    };

    private string ReadSentence => _shape switch
    {
        { Kernel: var kernel, Stride: var stride } when stride > kernel => L["conv2d.Gaps", _shape.UnreadPixels, HandImage.Side * HandImage.Side],
        { LostAtTheEnd: > 0 } => L["conv2d.Lost", _shape.Stride, _shape.LostAtTheEnd, _shape.UnreadPixels],
        { LeftOver: > 0 } => L["conv2d.LostZeros", _shape.Stride],
        _ => L["conv2d.Read", Reads(0), Reads(HandImage.Side / 2)],
    };

    protected override void OnInitialized() => Compute();

    private int Reads(int at) => _shape.Windows(at) * _shape.Windows(at);

    private void Use(KernelPreset preset)
    {
        _preset = preset;
        if (preset != KernelPreset.Own)
        {
            _weights = KernelPresets.Weights(preset, _shape.Kernel);
        }

        Compute();
    }

    private void Resize(int size)
    {
        _shape = _shape with { Kernel = size };
        // The reader's own weights do not fit another size, and a kernel of one weight can only be the identity.
        var preset = _preset == KernelPreset.Own || KernelPresets.IsBeyond(_preset, size) ? KernelPreset.Identity : _preset;
        Use(preset);
    }

    private void Walk(ConvolutionShape shape)
    {
        _shape = shape;
        Compute();
    }

    private void Edit((int At, double Weight) edit)
    {
        _weights[edit.At] = edit.Weight;
        _preset = KernelPreset.Own;
        Compute();
    }

    private void Compute() => _output = Convolution.Apply(HandImage.Pixels, _weights, _shape);
}
