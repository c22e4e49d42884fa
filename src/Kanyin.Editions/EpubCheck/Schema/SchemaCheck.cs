using System.Text;
using System.Xml.Linq;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck.Markup;

namespace Kanyin.Editions.EpubCheck.Schema;

/// <summary>Holds a tree against its vocabulary: elements, their order, their attributes.</summary>
/// <param name="wrongElement">How a wrong element is reported; wrong attributes are <see cref="EpubKinds.Attribute"/> unless the file is no document.</param>
internal sealed class SchemaCheck(Vocabulary vocabulary, MarkupFile file, Findings findings, DiagnosticKind wrongElement, DiagnosticKind wrongAttribute)
{
    private readonly XNamespace _own = vocabulary.Namespace!;

    public void Check(XElement root, Vocabulary? mathMl = null)
    {
        var attributes = new AttributeCheck(file, findings, wrongAttribute, vocabulary.Find("role", null)?.Attributes);
        if (root.Name.Namespace != _own || vocabulary.Find(root.Name.LocalName, null) is not { } rule)
        {
            findings.Add(wrongElement, file.At(root), $"The file begins with <{root.Name.LocalName}>, which is not its proper element or not in the namespace {_own}.");
            return;
        }

        Visit(root, rule, vocabulary, _own, vocabulary.Find("body", null)?.Names, mathMl, attributes);
    }

    /// <param name="holder">What the nearest parent that decides may hold, for those that hold what their parent does.</param>
    private void Visit(XElement element, ElementRule rule, Vocabulary table, XNamespace own, IReadOnlySet<string>? holder, Vocabulary? mathMl, AttributeCheck attributes)
    {
        attributes.Check(element, rule, own);
        if (rule.HoldsAnything)
        {
            return;
        }

        CheckContent(element, rule, own, holder);
        var next = rule.IsTransparent ? holder : rule.Names;
        foreach (var child in element.Elements())
        {
            if (child.Name.Namespace == own)
            {
                if (table.Find(child.Name.LocalName, element.Name.LocalName) is { } childRule)
                {
                    Visit(child, childRule, table, own, next, mathMl, attributes);
                }
                else if (!child.Name.LocalName.Contains('-', StringComparison.Ordinal))
                {
                    findings.Add(wrongElement, file.At(child), $"There is no element <{child.Name.LocalName}>.");
                }
            }
            else if (mathMl is not null && child.Name == Names.MathMl + "math")
            {
                Visit(child, mathMl.Find("math", null)!, mathMl, Names.MathMl, null, null, attributes);
            }
            else if (table.Find(Names.Written(child.Name, own), null) is { } foreign)
            {
                Visit(child, foreign, table, own, next, mathMl, attributes);
            }
            else
            {
                VisitForeign(child, mathMl, attributes);
            }
        }
    }

    /// <summary>Elements of our own inside others, as in SVG's foreignObject.</summary>
    private void VisitForeign(XElement element, Vocabulary? mathMl, AttributeCheck attributes)
    {
        foreach (var child in element.Elements())
        {
            if (child.Name.Namespace == _own && element.Name.Namespace != Names.MathMl && vocabulary.Find(child.Name.LocalName, null) is { } rule)
            {
                if (vocabulary.Find("body", null)?.Names.Contains(child.Name.LocalName) == false && child.Name.LocalName != "body")
                {
                    findings.Add(wrongElement, file.At(child), $"<{child.Name.LocalName}> may not stand in <{element.Name.LocalName}>.");
                }

                Visit(child, rule, vocabulary, _own, vocabulary.Find("body", null)?.Names, mathMl, attributes);
            }
            else
            {
                VisitForeign(child, mathMl, attributes);
            }
        }
    }

    private void CheckContent(XElement element, ElementRule rule, XNamespace own, IReadOnlySet<string>? holder)
    {
        var tokens = new StringBuilder();
        var isRight = true;
        foreach (var (name, at) in Children(element, own))
        {
            tokens.Append(name).Append(' ');
            if (!rule.Names.Contains(name) && !(rule.IsTransparent && holder?.Contains(name) != false))
            {
                isRight = false;
                findings.Add(wrongElement, at, name == "#" ? $"Text may not stand directly in <{element.Name.LocalName}>." : $"<{name}> may not stand in <{element.Name.LocalName}>.");
            }
        }

        if (isRight && rule.Content is { } content && !content.Value.IsMatch(tokens.ToString()))
        {
            findings.Add(wrongElement, file.At(element), tokens.Length == 0
                ? $"<{element.Name.LocalName}> is empty, but must hold: {rule.Model}."
                : $"What is in <{element.Name.LocalName}> is incomplete or in the wrong order. It must hold: {rule.Model}.");
        }
    }

    private IEnumerable<(string Name, Place At)> Children(XElement element, XNamespace own)
    {
        var hadText = false;
        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
            {
                hadText = false;
                if (!(child.Name.Namespace == own && child.Name.LocalName.Contains('-', StringComparison.Ordinal) && own == Names.Html))
                {
                    yield return (Names.Written(child.Name, own), file.At(child));
                }
            }
            else if (node is XText text && !hadText && !string.IsNullOrWhiteSpace(text.Value))
            {
                hadText = true;
                yield return ("#", file.At(element));
            }
        }
    }
}
