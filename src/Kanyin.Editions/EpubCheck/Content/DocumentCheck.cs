using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kanyin.Editions.EpubCheck.Markup;
using Kanyin.Editions.EpubCheck.Package;
using Kanyin.Editions.EpubCheck.Schema;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>An XHTML document (EPUB 3.3 6.1; OPS 2.0.1 2).</summary>
internal sealed partial class DocumentCheck(EpubBook book, PackageFile package, ManifestItem item)
{
    private readonly Findings _findings = book.Findings;

    public void Check()
    {
        if (book.Markup(item.Path) is not { Root: { } root } file)
        {
            return;
        }

        new SchemaCheck(Vocabularies.Of(package.IsEpub2 ? "xhtml11" : "html5"), file, _findings, EpubKinds.Element, EpubKinds.Attribute).Check(root, Vocabularies.Of("mathml"));
        if (root.Name != Names.Html + "html")
        {
            return;
        }

        var survey = new DocumentSurvey(book, item, file);
        survey.Read();
        new StructureCheck(file, _findings, package.IsEpub2).Check();
        new AccessibilityCheck(file, _findings).Check(package.IsEpub2);
        if (package.IsEpub2)
        {
            return;
        }

        CheckProperties(book, package, item, survey, file);
        new SemanticsCheck(book, file).Check();
        if (package.IsFixedPage(item))
        {
            CheckViewport(root, file);
        }

        if (item.Properties.Contains("nav"))
        {
            new NavCheck(book, item.Path, file).Check();
        }
    }

    /// <summary>What the manifest says of the document, and what is in it (EPUB 3.3 5.6.2.2).</summary>
    public static void CheckProperties(EpubBook book, PackageFile package, ManifestItem item, DocumentSurvey survey, MarkupFile file)
    {
        foreach (var (property, isThere) in new[] { ("svg", survey.HasSvg), ("mathml", survey.HasMathMl), ("scripted", survey.HasScripts), ("switch", survey.HasSwitch), ("remote-resources", survey.HasRemote) })
        {
            if (package.IsEpub2 || (property == "svg" && item.MediaType == "image/svg+xml"))
            {
                continue;
            }

            var isDeclared = item.Properties.Contains(property);
            if (isThere && !isDeclared)
            {
                book.Findings.Add(EpubKinds.ItemProperties, package.Markup.At(item.Element), $"{item.Path} needs the property {property}.");
            }
            else if (isDeclared && !isThere)
            {
                // A script may fetch what no address in the text shows.
                book.Findings.Add(property == "remote-resources" ? EpubKinds.OddMetadata : EpubKinds.ItemProperties, package.Markup.At(item.Element), $"{item.Path} has the property {property} without need.");
            }
        }
    }

    private void CheckViewport(XElement root, MarkupFile file)
    {
        var viewport = root.Elements(Names.Html + "head").Elements(Names.Html + "meta").FirstOrDefault(m => m.Attribute("name")?.Value == "viewport");
        if (viewport is null)
        {
            _findings.Add(EpubKinds.FixedLayout, file.At(root), "A page of fixed layout needs <meta name=\"viewport\" content=\"width=600, height=800\"/>.");
            return;
        }

        var sizes = (viewport.Attribute("content")?.Value ?? "").Split([',', ';'], StringSplitOptions.TrimEntries).Select(p => ViewportPart.Match(p)).Where(m => m.Success).ToLookup(m => m.Groups[1].Value, m => m.Groups[2].Value);
        if (sizes["width"].Count() != 1 || sizes["height"].Count() != 1)
        {
            _findings.Add(EpubKinds.FixedLayout, file.At(viewport), "The viewport must have one width and one height, both numbers.");
        }
    }

    [GeneratedRegex(@"^(width|height)\s*=\s*([0-9]*\.?[0-9]+|device-\1)$")]
    private static partial Regex ViewportPart { get; }
}
