using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Terms;

public sealed partial class MisspeltName : Rule
{
    /// <summary>Names that are nearly always meant when their letters occur in Chinese prose, whatever their case.</summary>
    private const string Names =
        "GitHub GitLab JavaScript TypeScript MySQL PostgreSQL SQLite MongoDB iOS macOS iPhone iPad YouTube LinkedIn WeChat OpenAI ChatGPT DeepSeek " +
        "PyTorch TensorFlow NumPy SciPy LaTeX BibTeX WebAssembly GraphQL jQuery DevOps PowerPoint WordPress Photoshop RabbitMQ OpenStack " +
        "VMware VirtualBox CentOS openSUSE FreeBSD OpenSSL OpenSSH WebSocket JetBrains IntelliJ LangChain LlamaIndex";

    private static readonly FrozenDictionary<string, string> BuiltIn = Names.Split(' ').ToFrozenDictionary(n => n, StringComparer.OrdinalIgnoreCase);

    public override DiagnosticKind Kind { get; } = new("TERM001", Severity.Warning, "A name that is spelt otherwise");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        var names = BuiltIn.Values.Concat(book.Book.Prose.Terms.Select(t => t.Right).Where(w => Word().Match(w).Length == w.Length))
            .GroupBy(n => n, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(g => g.Key, g => g.Last(), StringComparer.OrdinalIgnoreCase);
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var prose in book.Prose.Where(p => p.IsChinese))
        {
            foreach (var match in Word().EnumerateMatches(prose.Text))
            {
                var word = prose.Text.AsSpan(match.Index, match.Length);
                if (lookup.TryGetValue(word, out var right) && !word.SequenceEqual(right) && IsAlone(prose.Text, match.Index, match.Length))
                {
                    bag.Add(Kind, prose.At(match.Index, match.Length), $"{word} is spelt {right}", $"Write {right}");
                }
            }
        }
    }

    /// <summary>Not part of an address, a path or a command.</summary>
    private static bool IsAlone(string text, int start, int length) =>
        (start == 0 || !"/.-_@:#$\\~".Contains(text[start - 1], StringComparison.Ordinal)) && !After().IsMatch(text.AsSpan(start + length));

    [GeneratedRegex("(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:[/_@\\=(-]|[.:]\w)")]
    private static partial Regex After();
}
