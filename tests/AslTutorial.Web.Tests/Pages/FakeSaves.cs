using AslTutorial.Web.Content.Saved;

namespace AslTutorial.Web.Tests.Pages;

/// <summary>A save that a test makes happen.</summary>
internal sealed class FakeSaves : ISavedLessons
{
    public event Action? Saved;

    public int Watchers => Saved?.GetInvocationList().Length ?? 0;

    public void Tell() => Saved?.Invoke();
}
