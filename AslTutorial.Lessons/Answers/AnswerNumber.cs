using System.Numerics;

namespace AslTutorial.Lessons.Answers;

/// <summary>A number while it is calculated with: whole and of any size, or a double, as in Python.</summary>
internal readonly record struct AnswerNumber
{
    private readonly BigInteger _whole;
    private readonly double? _real;

    public AnswerNumber(BigInteger whole) => _whole = whole;

    public AnswerNumber(double real) => _real = real;

    public bool IsZero => _real is { } real ? real == 0 : _whole.IsZero;

    private double Double => _real ?? (double)_whole;

    public static AnswerNumber operator -(AnswerNumber number) => number._real is { } real ? new(-real) : new(-number._whole);

    public static AnswerNumber operator +(AnswerNumber left, AnswerNumber right) =>
        AreWhole(left, right) ? new(left._whole + right._whole) : new(left.Double + right.Double);

    public static AnswerNumber operator -(AnswerNumber left, AnswerNumber right) =>
        AreWhole(left, right) ? new(left._whole - right._whole) : new(left.Double - right.Double);

    public static AnswerNumber operator *(AnswerNumber left, AnswerNumber right) =>
        AreWhole(left, right) ? new(left._whole * right._whole) : new(left.Double * right.Double);

    /// <summary>Python's /: real, of whole numbers too.</summary>
    public static AnswerNumber operator /(AnswerNumber left, AnswerNumber right) => new(left.Double / right.Double);

    /// <summary>Python's //, which rounds down where BigInteger rounds towards zero.</summary>
    public static AnswerNumber FloorDivide(AnswerNumber left, AnswerNumber right)
    {
        if (!AreWhole(left, right))
        {
            return new(Math.Floor(left.Double / right.Double));
        }

        var quotient = BigInteger.DivRem(left._whole, right._whole, out var remainder);
        return new(remainder.IsZero || remainder.Sign == right._whole.Sign ? quotient : quotient - 1);
    }

    /// <summary>What a gap can hold of it: 64 bits, or a finite double; else null.</summary>
    public AnswerValue? ToValue() => _real is { } real
        ? double.IsFinite(real) ? new AnswerValue.Real(real) : null
        : _whole >= long.MinValue && _whole <= long.MaxValue ? new AnswerValue.Integer((long)_whole) : null;

    private static bool AreWhole(AnswerNumber left, AnswerNumber right) => left._real is null && right._real is null;
}
