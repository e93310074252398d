using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>
/// One batch normalisation of a batch that lies in pieces. Each piece tells the count, the mean and the squares of its own
/// rows; each puts together for itself, in the order of the pieces, what all of them come to (Chan, Golub, LeVeque: Updating
/// formulae and a pairwise algorithm for computing sample variances, 1979), and goes on with its own centred rows.
/// </summary>
internal sealed class SharedNorm : IDisposable
{
    private const double Epsilon = 1e-5;
    private const double Momentum = 0.1;

    // Row indexes of the numbers that a piece shares.
    private const int Mean = 0, Squares = 1, Shift = 2, Scale = 3;
    private const int SumBack = 4, ProductBack = 5, ShiftBack = 6, SlopeBack = 7, ScaleBack = 8, GammaBack = 9, BetaBack = 10;
    private const int BatchMean = 11, Inverse = 12, Rows = 13;

    private readonly int _channels;
    private readonly int _rowsOfImage;
    private readonly Tensor _shared;
    private readonly TensorNumbers _numbers, _gamma, _beta, _runningMean, _runningVariance, _count;
    private readonly Tensor[][] _views;

    /// <param name="net">Its running statistics are kept up.</param>
    /// <param name="parameter">Which of its parameters is gamma.</param>
    /// <param name="buffer">Which of its buffers is the running mean.</param>
    /// <param name="rowsOfImage">Of the matrix that is normalised.</param>
    public SharedNorm(NetState net, int parameter, int buffer, int rowsOfImage, int threads)
    {
        using var scope = NewDisposeScope();
        _channels = (int)net.Parameters[parameter].shape[0];
        _rowsOfImage = rowsOfImage;
        _shared = zeros([threads, Rows, _channels], ScalarType.Float64).DetachFromDisposeScope();
        _numbers = new(_shared);
        (_gamma, _beta) = (new(net.Parameters[parameter]), new(net.Parameters[parameter + 1]));
        (_runningMean, _runningVariance, _count) = (new(net.Buffers[buffer]), new(net.Buffers[buffer + 1]), new(net.Buffers[buffer + 2]));
        _views = [.. Enumerable.Range(0, threads).Select(piece => Views(_shared[piece]))];
    }

    /// <summary>Where a piece puts its rows' mean and their squares' sum around it.</summary>
    public Tensor[] Sums(int piece) => _views[piece][..2];

    /// <summary>Where a piece puts its sums of the gradient, and of the gradient times its own centred rows.</summary>
    public Tensor[] SumsBack(int piece) => _views[piece][2..4];

    /// <summary>2 x channels: shift and scale of a piece's centred rows.</summary>
    public Tensor Spread(int piece) => _views[piece][4];

    /// <summary>3 x channels: shift, slope of the centred rows and scale of the gradient.</summary>
    public Tensor SpreadBack(int piece) => _views[piece][5];

    /// <summary>2 x channels: what a piece adds to the gradients of gamma and beta.</summary>
    public Tensor AffineBack(int piece) => _views[piece][6];

    /// <summary>After the pieces have met: fills <see cref="Spread"/>.</summary>
    /// <param name="tracks">Whether to take the batch into the running statistics: one piece does.</param>
    public void Combine(int piece, PiecePlan plan, bool tracks)
    {
        Span<double> mean = Row(piece, BatchMean), squares = stackalloc double[_channels];
        mean.Clear();
        squares.Clear();
        var n = 0.0;
        for (var other = 0; other < plan.Pieces; other++)
        {
            var rows = RowsOf(other, plan);
            Span<double> itsMean = Row(other, Mean), itsSquares = Row(other, Squares);
            for (var c = 0; c < _channels; c++)
            {
                var apart = itsMean[c] - mean[c];
                mean[c] += apart * rows / (n + rows);
                squares[c] += itsSquares[c] + (apart * apart * n * rows / (n + rows));
            }

            n += rows;
        }

        Span<double> own = Row(piece, Mean), inverse = Row(piece, Inverse), shift = Row(piece, Shift), scale = Row(piece, Scale);
        for (var c = 0; c < _channels; c++)
        {
            inverse[c] = 1 / Math.Sqrt((squares[c] / n) + Epsilon);
            scale[c] = _gamma[c] * inverse[c];
            shift[c] = _beta[c] + (scale[c] * (own[c] - mean[c]));
        }

        if (tracks)
        {
            Track(mean, squares, n);
        }
    }

    /// <summary>After the pieces have met on the way back: fills <see cref="SpreadBack"/> and <see cref="AffineBack"/>.</summary>
    public void CombineBack(int piece, PiecePlan plan)
    {
        Span<double> mean = Row(piece, BatchMean), inverse = Row(piece, Inverse);
        Span<double> sum = stackalloc double[_channels], product = stackalloc double[_channels];
        sum.Clear();
        product.Clear();
        var n = 0.0;
        for (var other = 0; other < plan.Pieces; other++)
        {
            Span<double> itsMean = Row(other, Mean), itsSum = Row(other, SumBack), itsProduct = Row(other, ProductBack);
            for (var c = 0; c < _channels; c++)
            {
                sum[c] += itsSum[c];
                product[c] += itsProduct[c] + ((itsMean[c] - mean[c]) * itsSum[c]);
            }

            n += RowsOf(other, plan);
        }

        Span<double> own = Row(piece, Mean), ownSum = Row(piece, SumBack), ownProduct = Row(piece, ProductBack);
        Span<double> shift = Row(piece, ShiftBack), slope = Row(piece, SlopeBack), scale = Row(piece, ScaleBack);
        Span<double> gamma = Row(piece, GammaBack), beta = Row(piece, BetaBack);
        for (var c = 0; c < _channels; c++)
        {
            var apart = own[c] - mean[c];
            scale[c] = _gamma[c] * inverse[c];
            slope[c] = -scale[c] * inverse[c] * inverse[c] * product[c] / n;
            shift[c] = (-scale[c] * sum[c] / n) + (slope[c] * apart);
            gamma[c] = inverse[c] * (ownProduct[c] + (apart * ownSum[c]));
            beta[c] = ownSum[c];
        }
    }

    public void Dispose()
    {
        foreach (var view in _views.SelectMany(views => views))
        {
            view.Dispose();
        }

        _shared.Dispose();
    }

    private static Tensor[] Views(Tensor own)
    {
        Tensor[] views =
        [
            own[Mean], own[Squares], own[SumBack], own[ProductBack],
            own.slice(0, Shift, Scale + 1, 1), own.slice(0, ShiftBack, ScaleBack + 1, 1), own.slice(0, GammaBack, BetaBack + 1, 1),
        ];
        return [.. views.Select(view => view.DetachFromDisposeScope())];
    }

    private double RowsOf(int piece, PiecePlan plan) => (plan.End(piece) - plan.Start(piece)) * (double)_rowsOfImage;

    private Span<double> Row(int piece, int row) => _numbers.Slice(((piece * Rows) + row) * _channels, _channels);

    private void Track(ReadOnlySpan<double> mean, ReadOnlySpan<double> squares, double n)
    {
        for (var c = 0; c < _channels; c++)
        {
            _runningMean[c] = ((1 - Momentum) * _runningMean[c]) + (Momentum * mean[c]);
            _runningVariance[c] = ((1 - Momentum) * _runningVariance[c]) + (Momentum * squares[c] / Math.Max(n - 1, 1));
        }

        _count[0]++;
    }
}
