namespace AslTutorial.Lessons.Prose;

/// <summary>Characters of a script that puts no spaces between words.</summary>
internal static class ChineseText
{
    /// <summary>A Chinese character, kana or hangul, or punctuation as wide as they are.</summary>
    public static bool IsWide(char c) => c is (>= '\u2e80' and <= '\u9fff') or (>= '\uac00' and <= '\ud7a3') or (>= '\uf900' and <= '\ufaff')
        or (>= '\ufe30' and <= '\ufe4f') or (>= '\uff00' and <= '\uffef') || char.IsSurrogate(c);
}
