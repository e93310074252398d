using System.Reflection;
using System.Runtime.CompilerServices;
using AslTutorial.Web.Components.Compare;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Training;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Components;

/// <summary>What prerendering has left is taken once; Blazor supplies it twice.</summary>
public sealed class RestoredOnceTests
{
    /// <summary>Every property of every component that is restored.</summary>
    public static TheoryData<Type, string> Properties { get; } = new(
        typeof(ComparedChart).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties().Where(property => property.IsDefined(typeof(Microsoft.AspNetCore.Components.PersistentStateAttribute))))
            .Select(property => (property.DeclaringType!, property.Name)).Distinct());

    [Fact]
    public async Task Chosen_BeforeTheParentHasRenderedAgain_Stands()
    {
        var run = SampleRuns.Ended(RunState.Completed);
        var left = new Store();
        using (var prerendered = Context())
        {
            prerendered.Render<Whole>(p => p.Add(c => c.Run, run));
            await prerendered.Services.GetRequiredService<ComponentStatePersistenceManager>().PersistStateAsync(left, prerendered.Renderer);
        }

        left.State.ShouldNotBeEmpty();
        using var circuit = Context();
        await circuit.Services.GetRequiredService<ComponentStatePersistenceManager>().RestoreStateAsync(left);
        var page = circuit.Render<Whole>(p => p.Add(c => c.Run, run));
        page.Find(".cp-picker button").Click();
        page.FindAll("fieldset input")[1].Change(true);
        page.FindAll(".cp-list li").Count.ShouldBe(2);

        page.Render(p => p.Add(c => c.Run, run with { Name = "told again" }));
        page.FindAll(".cp-list li").Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Property_SuppliedASecondTime_KeepsWhatItHas(Type component, string name)
    {
        var owner = component.IsAbstract ? component.Assembly.GetTypes().First(type => type.IsSubclassOf(component) && !type.IsAbstract) : component;
        var property = component.GetProperty(name).ShouldNotBeNull();
        var made = Activator.CreateInstance(owner);
        var (first, second) = property.PropertyType == typeof(bool) ? ((object)true, (object)false)
            : property.PropertyType == typeof(string) ? ("first", "second")
            : (Sample(property.PropertyType), Sample(property.PropertyType));
        property.SetValue(made, first);
        property.SetValue(made, second);
        var kept = property.GetValue(made);
        (first is bool ? Equals(kept, first) : ReferenceEquals(kept, first)).ShouldBeTrue();
    }

    private static object Sample(Type type) => type.IsInterface
        ? Array.CreateInstance(type.GetGenericArguments()[0], 1)
        : RuntimeHelpers.GetUninitializedObject(type);

    private static PanelContext Context() => new(more: services =>
    {
        services.AddSingleton<ComponentStatePersistenceManager>();
        services.AddSingleton(all => all.GetRequiredService<ComponentStatePersistenceManager>().State);
        services.AddSupplyValueFromPersistentComponentStateProvider();
    });

    /// <summary>A page with the chart in it: what is restored has a name by the component's parent.</summary>
    private sealed class Whole : ComponentBase
    {
        [Parameter]
        public RunView? Run { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<ComparedChart>(0);
            builder.AddComponentParameter(1, nameof(ComparedChart.Run), Run);
            builder.AddComponentParameter(2, nameof(ComparedChart.Lesson), "cnn");
            builder.AddComponentRenderMode(new InteractiveServerRenderMode());
            builder.CloseComponent();
        }
    }

    private sealed class Store : IPersistentComponentStateStore
    {
        public IReadOnlyDictionary<string, byte[]> State { get; private set; } = new Dictionary<string, byte[]>();

        public Task<IDictionary<string, byte[]>> GetPersistedStateAsync() =>
            Task.FromResult<IDictionary<string, byte[]>>(new Dictionary<string, byte[]>(State));

        public Task PersistStateAsync(IReadOnlyDictionary<string, byte[]> state)
        {
            State = new Dictionary<string, byte[]>(state);
            return Task.CompletedTask;
        }
    }
}
