namespace AslTutorial.Lessons;

internal static class Placeholder;
