namespace AslTutorial.Web.Admission;

/// <summary>While it is on, the site can be read and nothing in it changed.</summary>
internal sealed class ReadOnlyMode
{
    private volatile bool _isOn;

    public bool IsOn
    {
        get => _isOn;
        set => _isOn = value;
    }
}
