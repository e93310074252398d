namespace AslTutorial.Web.Components;

/// <summary>
/// The value behind a property with [PersistentState]: what prerendering has left is taken from the first parameters, and
/// everything later is the component's own.
/// </summary>
/// <remarks>
/// .NET 10 supplies a restored value twice, with the first parameters and again with the second. A plain property would lose
/// whatever the reader has done between the two.
/// </remarks>
internal struct RestoredOnce<T>
{
    private bool _supplied;

    public T? Value { readonly get; set; }

    /// <summary>For the property's setter, which only Blazor calls.</summary>
    public void Supply(T? value)
    {
        if (!_supplied)
        {
            (Value, _supplied) = (value, true);
        }
    }
}
