namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>
/// What was taken of a place last: the browser waits to hear so (places.js). What has been replaced since is taken anew
/// when it comes again.
/// </summary>
internal sealed class TakenText
{
    private string? _kept;

    public string? Text { get; private set; }

    public void Take(string text) => Text = text;

    /// <param name="kept">What the notebook holds by now.</param>
    public void See(string? kept)
    {
        if (kept != _kept && kept != Text)
        {
            Text = null;
        }

        _kept = kept;
    }
}
