using System.Globalization;
using System.Text;

namespace Kanyin.Tests.Proofs;

/// <summary>Writes a tagged PDF of a few lines in Helvetica, independent of the real writer, so that a proof can be tried on damaged ones.</summary>
internal sealed class TinyPdf
{
    private readonly List<string> _objects = [];

    public bool IsTagged { get; init; } = true;

    /// <summary>Role and words, in reading order; a null role is page furniture.</summary>
    public required IReadOnlyList<(string? Role, string Words)> Lines { get; init; }

    public IReadOnlyList<string> Outline { get; init; } = [];

    public IReadOnlyList<string> Destinations { get; init; } = [];

    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>What the call of the note leads to, and its number.</summary>
    public string Call { get; init; } = "n";

    public string WayBack { get; init; } = "n-call";

    public IReadOnlyList<string> NoteLinks { get; init; } = ["h"];

    public byte[] ToBytes()
    {
        const int fixedObjects = 7; // catalog, pages, page, content, font, structure, outlines
        var tagged = Lines.Select((l, i) => (l.Role, Content: i)).Where(l => l.Role is not null).ToList();
        var kids = string.Join(' ', tagged.Select((_, i) => $"{fixedObjects + 1 + i} 0 R"));
        var firstEntry = fixedObjects + 1 + tagged.Count;
        var names = string.Join(' ', Destinations.Order(StringComparer.Ordinal).Select(d => $"({d}) [3 0 R /Fit]"));
        Add($"<< /Type /Catalog /Pages 2 0 R {(IsTagged ? "/StructTreeRoot 6 0 R /MarkInfo << /Marked true >>" : "")} /Outlines 7 0 R /Names << /Dests << /Names [{names}] >> >> >>");
        Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        var annotations = string.Concat(Links.Select(l => $"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Dest ({l}) >>"));
        Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> /Annots [{annotations}] >>");
        var content = string.Concat(Lines.Select((l, i) => $"{(l.Role is null ? "/Artifact BMC" : $"/{l.Role} << /MCID {i} >> BDC")} BT /F 9 Tf 9 {280 - (i * 12)} Td ({l.Words}) Tj ET EMC\n"));
        Add($"<< /Length {content.Length} >>\nstream\n{content}endstream");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        Add($"<< /Type /StructTreeRoot /K [{kids}] >>");
        Add(Outline.Count == 0 ? "<< /Type /Outlines >>" : $"<< /Type /Outlines /First {firstEntry} 0 R /Last {firstEntry + Outline.Count - 1} 0 R >>");
        tagged.ForEach(l => Add($"<< /Type /StructElem /S /{l.Role} /P 6 0 R /Pg 3 0 R /K [{Kids(l.Role!, l.Content)}] >>"));
        for (var i = 0; i < Outline.Count; i++)
        {
            var next = i + 1 < Outline.Count ? $"/Next {firstEntry + i + 1} 0 R" : "";
            Add($"<< /Title ({Outline[i]}) /Parent 7 0 R /Dest (h) {next} >>");
        }

        return File();
    }

    /// <summary>The words of an element, and where it leads.</summary>
    private string Kids(string role, int content) => role switch
    {
        "Link" => $"{content} {Pressed(Links[0])}",
        "Reference" => $"<< /S /Link /K [{content} {Pressed(Call)}] >>",
        "Note" => $"<< /S /Lbl /K << /S /Link /K [{Pressed(WayBack)}] >> >> {content} {string.Concat(NoteLinks.Select(l => $"<< /S /Link /K [{Pressed(l)}] >>"))}",
        _ => $"{content}",
    };

    private static string Pressed(string destination) => $"<< /Type /OBJR /Obj << /Type /Annot /Dest ({destination}) >> >>";

    private void Add(string body) => _objects.Add(body);

    private byte[] File()
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (var (index, body) in _objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(o => file.Append(CultureInfo.InvariantCulture, $"{o:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {_objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
