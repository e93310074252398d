namespace AslTutorial.Lessons.Answers;

/// <summary>A gap's text, taken apart. Source is what Python's own unparse would write.</summary>
internal abstract record AnswerExpression(int Position)
{
    public abstract string Source { get; }

    /// <summary>Without the parentheses around the whole.</summary>
    public virtual AnswerExpression Bare => this;

    /// <param name="Value">A string, a real number, a boolean or None.</param>
    public sealed record Literal(int Position, AnswerValue Value) : AnswerExpression(Position)
    {
        public override string Source => Value.Repr;
    }

    /// <param name="Number">Of any size, as in Python: what counts is the result.</param>
    public sealed record Whole(int Position, System.Numerics.BigInteger Number) : AnswerExpression(Position)
    {
        public override string Source => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public sealed record Name(int Position, string Word) : AnswerExpression(Position)
    {
        public override string Source => Word;
    }

    /// <param name="Operator">Plus or minus.</param>
    public sealed record Signed(int Position, AnswerToken Operator, AnswerExpression Operand) : AnswerExpression(Position)
    {
        public override string Source => (Operator == AnswerToken.Minus ? "-" : "+") + Operand.Source;
    }

    /// <summary>not x, or bool(x).</summary>
    /// <param name="IsNegated">Whether it is the former.</param>
    public sealed record Truth(int Position, bool IsNegated, AnswerExpression Operand) : AnswerExpression(Position)
    {
        public override string Source => IsNegated ? $"not {Operand.Source}" : $"bool({Operand.Bare.Source})";
    }

    public sealed record Operation(AnswerExpression Left, AnswerToken Operator, AnswerExpression Right)
        : AnswerExpression(Left.Position)
    {
        public override string Source => $"{Left.Source} {Sign} {Right.Source}";

        private string Sign => Operator switch
        {
            AnswerToken.Plus => "+",
            AnswerToken.Minus => "-",
            AnswerToken.Star => "*",
            AnswerToken.Divide => "/",
            _ => "//",
        };
    }

    public sealed record Group(int Position, AnswerExpression Inner) : AnswerExpression(Position)
    {
        public override string Source => Bare is Operation or Truth { IsNegated: true } ? $"({Bare.Source})" : Bare.Source;

        public override AnswerExpression Bare => Inner.Bare;
    }
}
