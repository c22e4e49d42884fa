using System.Collections.Frozen;

namespace Kanyin.Books.Mathematics;

/// <summary>The author's abbreviations: those of book.yml, and those defined in the formulas of one file so far.</summary>
public sealed class TexMacros
{
    private static readonly FrozenDictionary<string, TexMacro> _builtIn = Load();
    private readonly Dictionary<string, TexMacro> _own = new(StringComparer.Ordinal);

    /// <summary>None but the usual.</summary>
    public TexMacros()
    {
    }

    /// <param name="others">Known at the beginning; they do not see what is defined here.</param>
    public TexMacros(TexMacros others) => _own = new(others._own, StringComparer.Ordinal);

    /// <summary>Adds \name with as many arguments as the body has of #1 to #9.</summary>
    /// <param name="name">With its backslash or without.</param>
    public void Define(string name, string body) => Set(name.TrimStart('\\'), TexMacro.Of(body));

    internal TexMacro? Find(string name) => _own.TryGetValue(name, out var own) ? own : _builtIn.GetValueOrDefault(name);

    internal bool IsOwn(string name) => _own.ContainsKey(name);

    internal void Set(string name, TexMacro macro) => _own[name] = macro;

    private static FrozenDictionary<string, TexMacro> Load() =>
        DataFile.Lines("Macros.txt").Select(line => line.Split(' ', 2)).ToFrozenDictionary(parts => parts[0], parts => TexMacro.Of(parts[1]), StringComparer.Ordinal);
}

/// <param name="Arguments">How many, 0 to 9.</param>
/// <param name="Optional">What stands for the first when it is not given in brackets; null when it is not optional.</param>
/// <param name="Delimiters">What must stand before each argument and after the last (\def); null for none.</param>
internal sealed record TexMacro(int Arguments, TexToken[]? Optional, TexToken[] Body, TexToken[][]? Delimiters = null)
{
    public static TexMacro Of(string body)
    {
        var tokens = new List<TexToken>();
        for (int at = 0; TexScanner.Next(body, ref at) is { Kind: not TexKind.End } token;)
        {
            tokens.Add(token);
        }

        return new TexMacro(tokens.Where(t => t.Kind == TexKind.Parameter).Select(t => t.Text[0] - '0').DefaultIfEmpty(0).Max(), null, [.. tokens]);
    }
}
