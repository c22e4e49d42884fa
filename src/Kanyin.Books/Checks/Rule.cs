using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks;

/// <summary>One thing that is checked. Its page, of the same name, holds the reasons and the examples, and the examples are its tests.</summary>
public abstract class Rule
{
    public abstract DiagnosticKind Kind { get; }

    /// <summary>The page, in Markdown.</summary>
    public string Page
    {
        get
        {
            using var reader = new StreamReader(GetType().Assembly.GetManifestResourceStream(GetType().Name + ".md")!);
            return reader.ReadToEnd();
        }
    }

    public abstract void Check(Survey book, DiagnosticBag bag);
}
