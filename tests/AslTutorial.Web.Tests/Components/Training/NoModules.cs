using Microsoft.JSInterop;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>A browser that cannot load a script module.</summary>
internal sealed class NoModules : IJSRuntime
{
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, default, args);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        identifier == "import" ? throw new JSException("Failed to fetch dynamically imported module.") : default;
}
