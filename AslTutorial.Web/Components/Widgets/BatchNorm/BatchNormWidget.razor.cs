using AslTutorial.Web.Components.Widgets.Shared;

namespace AslTutorial.Web.Components.Widgets.BatchNorm;

/// <summary>A channel's way through the layer, and the running average that evaluation uses.</summary>
public sealed partial class BatchNormWidget
{
    /// <summary>If the mean differs from 0 or the deviation from 1 by more, a reader sees that the output is not normalised.</summary>
    private const double Visible = 0.25;

    private const int Seed = 1;

    private static readonly bool[] Modes = [true, false];

    private BatchNormChannel _channel = new();
    private NormalDraws _draws = new(Seed);
    private List<double> _means = [0];
    private double[] _standard = [];
    private double[] _values = [];
    private ChannelStatistics _batch;
    private BatchNormPass _pass = default!;
    private double _centre = 3;
    private double _spread = 0.6;
    private double _gamma = 1;
    private double _beta;
    private bool _training = true;

    private string Verdict
    {
        get
        {
            var normalised = ChannelStatistics.Of(_pass.Normalised);
            if (_training)
            {
                return L["batchnorm.Train", Numerals.Short(_beta), Numerals.Short(_gamma)];
            }

            var isOff = Math.Abs(normalised.Mean) > Visible || Math.Abs(normalised.Deviation - 1) > Visible;
            return isOff
                ? L["batchnorm.Far", Numerals.Fixed(_channel.RunningMean), Numerals.Fixed(_batch.Mean), Numerals.Fixed(normalised.Mean), Numerals.Fixed(normalised.Deviation)]
                : L["batchnorm.Near", Numerals.Fixed(normalised.Mean), Numerals.Fixed(normalised.Deviation)];
        }
    }

    protected override void OnInitialized() => Restart();

    private void Restart()
    {
        _channel = new();
        _draws = new(Seed);
        _means = [_channel.RunningMean];
        _standard = _draws.Next();
        Compute();
    }

    private void Switch(bool training)
    {
        _training = training;
        Compute();
    }

    /// <summary>Draws new batches in both modes; only training changes the running average.</summary>
    private void Next(int batches)
    {
        for (var batch = 0; batch < batches; batch++)
        {
            _standard = _draws.Next();
            Compute();
            if (_training)
            {
                _channel.Learn(_values);
                _means = [.. _means.TakeLast(RunningCurve.Room), _channel.RunningMean];
            }
        }

        Compute();
    }

    private void Compute()
    {
        _values = Array.ConvertAll(_standard, z => _centre + (_spread * z));
        _batch = ChannelStatistics.Of(_values);
        _pass = _channel.Forward(_values, _training, _gamma, _beta);
    }
}
