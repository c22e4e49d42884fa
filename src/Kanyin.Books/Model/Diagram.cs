using System.Security.Cryptography;
using System.Text;

namespace Kanyin.Books.Model;

/// <summary>A listing that means a drawing, for a program that is not ours: mermaid, PlantUML, Graphviz.</summary>
/// <param name="Renderer">The program that draws it: mmdc, plantuml or dot.</param>
public sealed record Diagram(string Renderer, string Text)
{
    public static readonly IReadOnlyList<string> Renderers = ["mmdc", "plantuml", "dot"];

    /// <summary>The same text is the same drawing: the name of its file, as long as the program is the same.</summary>
    public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Renderer + "\n" + Text)));

    /// <summary>Null for a listing that is to be read.</summary>
    public static Diagram? Of(CodeBlock code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Language switch
        {
            "mermaid" => new Diagram("mmdc", code.Text),
            "plantuml" or "puml" or "uml" => new Diagram("plantuml", code.Text),
            "dot" or "graphviz" => new Diagram("dot", code.Text),
            _ => null,
        };
    }
}
