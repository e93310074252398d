using System.Numerics;

namespace AslTutorial.Lessons.Answers;

/// <summary>From an expression to its value. Calculates with numbers, joins strings, and asks what is true.</summary>
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
            case AnswerExpression.Truth truth:
                return new AnswerValue.Boolean(IsTrue(truth.Operand) != truth.IsNegated);
            case AnswerExpression.Operation { Operator: AnswerToken.Plus } sum when Joined(sum) is { } text:
                return new AnswerValue.String(text);
            case var calculation:
                var number = Calculate(calculation);
                return number.ToValue() ?? throw new AnswerFaultException(expression.Position, AnswerFaultKeys.NumberTooLarge, expression.Source);
        }
    }

    private bool IsTrue(AnswerExpression expression) => expression.Bare switch
    {
        AnswerExpression.Literal { Value: AnswerValue.None } => false,
        AnswerExpression.Truth truth => IsTrue(truth.Operand) != truth.IsNegated,
        AnswerExpression.Name name when names.Knows(name.Word) && !names.Values.ContainsKey(name.Word) =>
            throw new AnswerFaultException(name.Position, AnswerFaultKeys.NoTruth, name.Word),
        var other => TextOf(other) is { } text ? text.Length > 0 : !Calculate(other).IsZero,
    };

    private static string? TextOf(AnswerExpression expression) => expression.Bare switch
    {
        AnswerExpression.Literal { Value: AnswerValue.String text } => text.Text,
        AnswerExpression.Operation { Operator: AnswerToken.Plus } sum => Joined(sum),
        _ => null,
    };

    // Chains lean to the left, and may be long: no recursion there.
    private static string? Joined(AnswerExpression.Operation sum)
    {
        var parts = new List<string>();
        AnswerExpression rest = sum;
        while (rest.Bare is AnswerExpression.Operation { Operator: AnswerToken.Plus } inner)
        {
            if (TextOf(inner.Right) is not { } right)
            {
                return null;
            }

            parts.Insert(0, right);
            rest = inner.Left;
        }

        return TextOf(rest) is { } first ? string.Concat([first, .. parts]) : null;
    }

    private AnswerNumber Calculate(AnswerExpression expression) => expression.Bare switch
    {
        AnswerExpression.Whole whole => new(whole.Number),
        AnswerExpression.Literal { Value: AnswerValue.Real real } => new(real.Value),
        AnswerExpression.Literal { Value: AnswerValue.Boolean boolean } => new(boolean.Value ? BigInteger.One : BigInteger.Zero),
        AnswerExpression.Truth truth => new(IsTrue(truth.Operand) != truth.IsNegated ? BigInteger.One : BigInteger.Zero),
        AnswerExpression.Signed { Operator: AnswerToken.Minus } signed => -Calculate(signed.Operand),
        AnswerExpression.Signed signed => Calculate(signed.Operand),
        AnswerExpression.Operation operation => Calculate(operation),
        AnswerExpression.Name name => new(Value(name)),
        var other => throw new AnswerFaultException(other.Position, AnswerFaultKeys.NoNumber, other.Source),
    };

    private AnswerNumber Calculate(AnswerExpression.Operation operation)
    {
        var (left, right) = (Calculate(operation.Left), Calculate(operation.Right));
        return operation.Operator switch
        {
            AnswerToken.Plus => left + right,
            AnswerToken.Minus => left - right,
            AnswerToken.Star => left * right,
            _ when right.IsZero => throw new AnswerFaultException(operation.Right.Position, AnswerFaultKeys.DivisionByZero),
            AnswerToken.Divide => left / right,
            _ => AnswerNumber.FloorDivide(left, right),
        };
    }

    private BigInteger Value(AnswerExpression.Name name) => names.Values.TryGetValue(name.Word, out var value)
        ? value
        : throw new AnswerFaultException(
            name.Position,
            names.Knows(name.Word) ? AnswerFaultKeys.NoNumber : AnswerFaultKeys.UnknownName,
            name.Word);
}
