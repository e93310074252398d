using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using static AslTutorial.Web.Tests.Architecture.House;

namespace AslTutorial.Web.Tests.Architecture;

public sealed class DependencyTests
{
    private const string Contracts = @"^AslTutorial\.Training\.Contracts($|\.)";

    /// <summary>Where the lessons' programs say what they offer: the one type beside the contracts that the site needs.</summary>
    private const string Taught = @"^AslTutorial\.Training\.Lessons\.TaughtLessons$";

    [Fact]
    public void Web_DependsOnTraining_ThroughItsContractsAlone() => Types().That().ResideInAssembly(WebSite)
        .Should().NotDependOnAny(Types().That().ResideInAssembly(Trainer).And().DoNotResideInNamespaceMatching(Contracts).And().DoNotHaveFullNameMatching(Taught))
        .Check(Whole);

    [Fact]
    public void Lessons_DependOnNeitherOfTheOthers() => Types().That().ResideInAssembly(Course)
        .Should().NotDependOnAny(Types().That().ResideInAssembly(Trainer).Or().ResideInAssembly(WebSite))
        .Check(Whole);

    [Fact]
    public void Contracts_DependOnNothingElseOfTraining() => Types().That().ResideInNamespaceMatching(Contracts)
        .Should().NotDependOnAny(Types().That().ResideInAssembly(Trainer).And().DoNotResideInNamespaceMatching(Contracts))
        .Check(Whole);

    [Fact]
    public void Contracts_HaveNoTorchType()
    {
        // By the references of every member, so that the native library need not be there.
        var types = Trainer.GetTypes().Where(t => t.Namespace is { } name && Regex.IsMatch(name, Contracts)).ToList();
        types.Count.ShouldBeGreaterThan(15);
        types.SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .SelectMany(UsedTypes)
            .Select(t => t.Assembly.GetName().Name)
            .ShouldNotContain("TorchSharp");
    }

    [Fact]
    public void Web_References_NoTorch() => WebSite.GetReferencedAssemblies().Concat(Course.GetReferencedAssemblies())
        .Select(a => a.Name)
        .ShouldNotContain("TorchSharp");

    private static IEnumerable<System.Type> UsedTypes(MemberInfo member) => member switch
    {
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(p => p.ParameterType)],
        ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
        _ => [],
    };
}
