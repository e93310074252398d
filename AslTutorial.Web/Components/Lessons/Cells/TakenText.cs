namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>
/// The last text received from a place, as an acknowledgement that the browser waits for (places.js). Reset when the stored
/// value changes otherwise, so that the same text can be acknowledged again.
/// </summary>
internal sealed class TakenText
{
    private string? _kept;

    public string? Text { get; private set; }

    public void Take(string text) => Text = text;

    /// <param name="kept">The value stored now.</param>
    public void See(string? kept)
    {
        if (kept != _kept && kept != Text)
        {
            Text = null;
        }

        _kept = kept;
    }
}
