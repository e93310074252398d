using System.Collections.Frozen;

namespace AslTutorial.Lessons.Maths;

/// <summary>The commands that stand for themselves.</summary>
internal static class MathSymbols
{
    /// <summary>Letters and named functions: &lt;mi&gt;.</summary>
    public static FrozenDictionary<string, string> Names { get; } = Table(
        "alpha α", "beta β", "gamma γ", "delta δ", "epsilon ϵ", "varepsilon ε", "zeta ζ", "eta η", "theta θ", "vartheta ϑ", "iota ι", "kappa κ",
        "lambda λ", "mu μ", "nu ν", "xi ξ", "pi π", "rho ρ", "sigma σ", "tau τ", "upsilon υ", "phi ϕ", "varphi φ", "chi χ", "psi ψ", "omega ω",
        "Gamma Γ", "Delta Δ", "Theta Θ", "Lambda Λ", "Xi Ξ", "Pi Π", "Sigma Σ", "Phi Φ", "Psi Ψ", "Omega Ω",
        "infty ∞", "ell ℓ", "partial ∂", "nabla ∇",
        "log log", "ln ln", "exp exp", "max max", "min min", "sin sin", "cos cos", "tanh tanh");

    /// <summary>Operators, relations and brackets: &lt;mo&gt;.</summary>
    public static FrozenDictionary<string, string> Operators { get; } = Table(
        "times ×", "cdot ⋅", "div ÷", "pm ±", "mp ∓", "ast ∗", "circ ∘", "odot ⊙", "oplus ⊕",
        "le ≤", "leq ≤", "ge ≥", "geq ≥", "ne ≠", "neq ≠", "approx ≈", "equiv ≡", "sim ∼", "propto ∝", "ll ≪", "gg ≫",
        "in ∈", "notin ∉", "subset ⊂", "cup ∪", "cap ∩", "to →", "rightarrow →", "leftarrow ←", "mapsto ↦", "Rightarrow ⇒", "mid ∣",
        "sum ∑", "prod ∏", "int ∫", "ldots …", "cdots ⋯", "dots …",
        "lfloor ⌊", "rfloor ⌋", "lceil ⌈", "rceil ⌉", "langle ⟨", "rangle ⟩", "{ {", "} }", "% %", "_ _", "# #", "& &", "$ $");

    /// <summary>Width of a space, in em.</summary>
    public static FrozenDictionary<string, string> Spaces { get; } = Table(", 0.167", ": 0.222", "; 0.278", "quad 1", "qquad 2", "! -0.167");

    /// <summary>What is put above a letter.</summary>
    public static FrozenDictionary<string, string> Accents { get; } = Table("hat ^", "bar ¯", "tilde ~", "vec →", "dot ˙");

    /// <summary>What may follow \left and \right.</summary>
    public static FrozenSet<string> Fences { get; } =
        new[] { "(", ")", "[", "]", "|", "lfloor", "rfloor", "lceil", "rceil", "langle", "rangle", "{", "}", "." }.ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Table(params string[] rows) => rows
        .Select(row => row.Split(' ', 2))
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
}
