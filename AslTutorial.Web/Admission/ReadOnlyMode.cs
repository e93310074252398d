namespace AslTutorial.Web.Admission;

/// <summary>While on, the site can be read but not changed.</summary>
internal sealed class ReadOnlyMode
{
    private volatile bool _isOn;

    public bool IsOn
    {
        get => _isOn;
        set => _isOn = value;
    }
}
