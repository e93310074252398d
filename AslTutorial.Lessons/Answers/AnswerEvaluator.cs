using System.Numerics;

namespace AslTutorial.Lessons.Answers;

/// <summary>From an expression to its value. Calculates with whole numbers and nothing else.</summary>
internal sealed class AnswerEvaluator(AnswerNames names)
{
    /// <exception cref="AnswerFaultException">It has no value, or none that a gap can hold.</exception>
    public AnswerValue Evaluate(AnswerExpression expression)
    {
        switch (expression.Bare)
        {
            case AnswerExpression.Literal literal:
                return literal.Value;
            case AnswerExpression.Name name:
                return new AnswerValue.Name(name.Word);
            case AnswerExpression.Negation negation when Real(negation) is { } real:
                return new AnswerValue.Real(real);
            case var calculation:
                var number = Calculate(calculation);
                return number >= long.MinValue && number <= long.MaxValue
                    ? new AnswerValue.Integer((long)number)
                    : throw new AnswerFaultException(expression.Position, AnswerFaultKeys.NumberTooLarge, expression.Source);
        }
    }

    private static double? Real(AnswerExpression expression) => expression.Bare switch
    {
        AnswerExpression.Literal { Value: AnswerValue.Real real } => real.Value,
        AnswerExpression.Negation negation => -Real(negation.Operand),
        _ => null,
    };

    private BigInteger Calculate(AnswerExpression expression) => expression.Bare switch
    {
        AnswerExpression.Whole whole => whole.Number,
        AnswerExpression.Negation negation => -Calculate(negation.Operand),
        AnswerExpression.Operation { Operator: AnswerToken.Plus } sum => Calculate(sum.Left) + Calculate(sum.Right),
        AnswerExpression.Operation { Operator: AnswerToken.Minus } difference => Calculate(difference.Left) - Calculate(difference.Right),
        AnswerExpression.Operation { Operator: AnswerToken.Star } product => Calculate(product.Left) * Calculate(product.Right),
        AnswerExpression.Operation quotient => FloorDivide(Calculate(quotient.Left), Calculate(quotient.Right), quotient.Right.Position),
        AnswerExpression.Name name => Value(name),
        var other => throw new AnswerFaultException(other.Position, AnswerFaultKeys.NoWholeNumber, other.Source),
    };

    private BigInteger Value(AnswerExpression.Name name) => names.Values.TryGetValue(name.Word, out var value)
        ? value
        : throw new AnswerFaultException(
            name.Position,
            names.Knows(name.Word) ? AnswerFaultKeys.NoWholeNumber : AnswerFaultKeys.UnknownName,
            name.Word);

    // Python rounds down, BigInteger towards zero.
    private static BigInteger FloorDivide(BigInteger dividend, BigInteger divisor, int position)
    {
        if (divisor.IsZero)
        {
            throw new AnswerFaultException(position, AnswerFaultKeys.DivisionByZero);
        }

        var quotient = BigInteger.DivRem(dividend, divisor, out var remainder);
        return remainder.IsZero || remainder.Sign == divisor.Sign ? quotient : quotient - 1;
    }
}
