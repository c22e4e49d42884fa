using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Kanyin.Editions.Epub;

/// <summary>The frame of an XHTML file and the few ways to write into its body. All text passes through XmlWriter.</summary>
internal sealed class XhtmlPage : IDisposable
{
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";
    private const string OpsNamespace = "http://www.idpf.org/2007/ops";

    private readonly MemoryStream _buffer = new();
    private readonly XmlWriter _xml;

    /// <param name="bodyType">epub:type of the body.</param>
    public XhtmlPage(string language, string title, string stylesheet, string bodyType)
    {
        _xml = XmlWriter.Create(_buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n", NewLineHandling = NewLineHandling.None });
        _xml.WriteDocType("html", null, null, null);
        _xml.WriteStartElement("html", HtmlNamespace);
        _xml.WriteAttributeString("xmlns", "epub", null, OpsNamespace);
        Attribute("lang", language);
        Attribute("xml:lang", language);
        NewLine();
        Open("head");
        Empty("meta", ("charset", "utf-8"));
        Leaf("title", title.Length == 0 ? "—" : title);
        Empty("link", ("rel", "stylesheet"), ("type", "text/css"), ("href", stylesheet));
        Close();
        NewLine();
        Open("body", ("epub:type", bodyType));
        NewLine();
    }

    /// <summary>Attributes whose value is null are left out.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _xml.WriteStartElement(name, HtmlNamespace);
        foreach (var (attribute, value) in attributes)
        {
            Attribute(attribute, value);
        }
    }

    /// <summary>With an end tag even when it is empty: readers that parse as HTML do not know the short form.</summary>
    public void Close() => _xml.WriteFullEndElement();

    /// <summary>An element that HTML calls void: br, hr, img, link, meta.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(name, attributes);
        _xml.WriteEndElement();
    }

    public void Leaf(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(name, attributes);
        Text(text);
        Close();
    }

    /// <summary>MathML or SVG is somewhere in it, which the manifest must say (EPUB 3.3 D.7).</summary>
    public bool HasFormulas { get; private set; }

    public void Add(XElement formula)
    {
        formula.WriteTo(_xml);
        HasFormulas = true;
    }

    public void Text(string text) => _xml.WriteString(XmlText.Clean(text));

    /// <summary>The mark of a printed page's beginning (EPUB SSV 1.1 pagebreak); none for no page.</summary>
    public void PageBreak(string? label)
    {
        if (label is not null)
        {
            Leaf("span", "", ("id", PageId(label)), ("epub:type", "pagebreak"), ("role", "doc-pagebreak"), ("aria-label", label));
        }
    }

    public static string PageId(string label) => "page-" + label;

    public void NewLine() => _xml.WriteWhitespace("\n");

    /// <summary>Closes whatever is open and gives the file.</summary>
    public byte[] ToBytes()
    {
        NewLine();
        _xml.WriteEndDocument();
        _xml.Flush();
        return _buffer.ToArray();
    }

    public void Dispose()
    {
        _xml.Dispose();
        _buffer.Dispose();
    }

    private void Attribute(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        var clean = XmlText.Clean(value);
        switch (name.Split(':'))
        {
            case ["epub", var local]:
                _xml.WriteAttributeString("epub", local, OpsNamespace, clean);
                break;
            case ["xml", var local]:
                _xml.WriteAttributeString("xml", local, null, clean);
                break;
            default:
                _xml.WriteAttributeString(name, clean);
                break;
        }
    }
}
