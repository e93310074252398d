using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Exercises.Judging;

/// <summary>
/// What to say about a wrong answer that nobody has foreseen: how it differs in kind from what is wanted. It names the
/// learner's own words alone, so that no answer is given away.
/// </summary>
internal static class Difference
{
    public static string Explain(ExerciseGap gap, AnswerReading reading, AnswerNames names, string language)
    {
        if (reading.IsEmpty)
        {
            return ExerciseTexts.Get("Difference.Empty", language);
        }

        var (key, argument) = gap.Kind switch
        {
            GapKind.Argument => Argument(gap, reading, names),
            GapKind.Operation => Operation(gap, reading.Arguments[0]),
            _ => (Value(gap.Kind, gap, reading.Arguments[0].Value, names), reading.Source),
        };
        return ExerciseTexts.Get($"Difference.{key}", language, argument);
    }

    private static (string Key, string Argument) Argument(ExerciseGap gap, AnswerReading reading, AnswerNames names)
    {
        var wanted = gap.Accept.SelectMany(pattern => pattern.Reading.Arguments).ToList();
        var keywords = wanted.Select(argument => argument.Keyword).OfType<string>().ToHashSet();
        foreach (var given in reading.Arguments)
        {
            if (given.Keyword is null && keywords.Count > 0)
            {
                return ("NoKeyword", given.ValueSource);
            }

            if (given.Keyword is { } keyword && !keywords.Contains(keyword))
            {
                var isNear = keywords.Contains(keyword, StringComparer.OrdinalIgnoreCase);
                return (isNear ? "KeywordCase" : "OtherKeyword", keyword);
            }
        }

        // The keywords agree, so a value differs.
        var other = reading.Arguments.FirstOrDefault(given => !wanted.Any(argument => argument.IsMetBy(given, names))) ?? reading.Arguments[0];
        return wanted.FirstOrDefault(argument => argument.Keyword == other.Keyword) is { } counterpart
            ? (Value(Kind(counterpart.Value), gap, other.Value, names), other.ValueSource)
            : ("Unwanted", other.Source);
    }

    private static (string Key, string Argument) Operation(ExerciseGap gap, AnswerArgument given) =>
        gap.Accept.SelectMany(pattern => pattern.Reading.Arguments).Any(wanted => wanted.Keyword == given.Keyword)
            ? ("OtherOperand", given.ValueSource)
            : ("OtherOperation", given.Source);

    private static string Value(GapKind kind, ExerciseGap gap, AnswerValue value, AnswerNames names) => kind switch
    {
        GapKind.String => String(gap, value),
        GapKind.Integer => Integer(value, names),
        GapKind.Boolean => Boolean(value, names),
        GapKind.Text => "OtherText",
        _ => Name(gap, value, names),
    };

    private static string String(ExerciseGap gap, AnswerValue value) => value switch
    {
        AnswerValue.Name => "BareWord",
        AnswerValue.String text when IsNear(gap, text.Text) => "StringCase",
        AnswerValue.String => "OtherString",
        _ => "StringWanted",
    };

    private static string Integer(AnswerValue value, AnswerNames names) => value switch
    {
        AnswerValue.Integer => "OtherNumber",
        AnswerValue.Name name when names.Values.ContainsKey(name.Word) => "OtherNumber",
        AnswerValue.Name name when !names.Knows(name.Word) => "UnknownName",
        AnswerValue.String => "QuotedNumber",
        AnswerValue.Real => "RealNumber",
        AnswerValue.Boolean => "BooleanAsNumber",
        _ => "NumberWanted",
    };

    // Python asks of any value whether it counts as true.
    private static string Boolean(AnswerValue value, AnswerNames names) => value.Resolve(names) switch
    {
        AnswerValue.Boolean => "OtherBoolean",
        AnswerValue.String { Text: "" } or AnswerValue.Integer { Value: 0 } or AnswerValue.Real { Value: 0 } or AnswerValue.None => "CountsAsFalse",
        AnswerValue.String => "QuotedBoolean",
        AnswerValue.Integer or AnswerValue.Real => "CountsAsTrue",
        AnswerValue.Name name when bool.TryParse(name.Word, out _) => "BooleanCase",
        _ => "BooleanWanted",
    };

    private static string Name(ExerciseGap gap, AnswerValue value, AnswerNames names) => value switch
    {
        AnswerValue.Name name when IsNear(gap, name.Word) => "NameCase",
        AnswerValue.Name name when names.Knows(name.Word) => "KnownName",
        AnswerValue.Name => "OtherName",
        AnswerValue.String => "QuotedName",
        _ => "NameWanted",
    };

    /// <summary>Whether only capitals or blanks are different.</summary>
    private static bool IsNear(ExerciseGap gap, string text) => gap.Accept
        .SelectMany(pattern => pattern.Reading.Arguments)
        .Any(argument => argument.Value switch
        {
            AnswerValue.String wanted => IsSame(wanted.Text, text),
            AnswerValue.Name wanted => IsSame(wanted.Word, text),
            _ => false,
        });

    private static bool IsSame(string wanted, string text) => wanted.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase);

    private static GapKind Kind(AnswerValue wanted) => wanted switch
    {
        AnswerValue.String => GapKind.String,
        AnswerValue.Integer or AnswerValue.Real => GapKind.Integer,
        AnswerValue.Boolean => GapKind.Boolean,
        _ => GapKind.Name,
    };
}
