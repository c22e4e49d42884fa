using Kanyin.Books.Diagnostics;
using Kanyin.Editions.Proofs.Cos;
using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>One pass over a content stream, of a page or a part of one (a form, a tile): what is marked, shown and painted.</summary>
internal sealed class ContentScan
{
    // ISO 19005-2 6.1.13.
    private const int DeepestState = 28;

    private static readonly string[] _artifactTypes = ["Pagination", "Layout", "Page", "Background"];

    private readonly List<CosValue> _operands = [];
    private readonly Stack<Mark> _marks = new();
    private int _states;
    private int _marksAtText = -1;
    private HashSet<int> _codes = [];

    private ContentScan(Inspection.PageObject page, bool isPart = false) => (Page, IsPart) = (page, isPart);

    private enum Mark
    {
        Artifact,
        Tagged,
        Other,
    }

    /// <summary>The page; of a part its own object, with number 0.</summary>
    public Inspection.PageObject Page { get; }

    /// <summary>What calls a part marks it.</summary>
    public bool IsPart { get; }

    public string Where => IsPart ? $"object {Page.Object}" : $"page {Page.Number}";

    /// <summary>The MCIDs in the order of the page, with their tags.</summary>
    public List<(int Number, string Tag)> Numbers { get; } = [];

    /// <summary>The two-byte codes shown in each font resource.</summary>
    public Dictionary<string, HashSet<int>> CodesShown { get; } = new(StringComparer.Ordinal);

    public HashSet<string> ObjectsUsed { get; } = new(StringComparer.Ordinal);

    public HashSet<string> StatesUsed { get; } = new(StringComparer.Ordinal);

    public bool HasForeignColours { get; private set; }

    /// <summary>Each kind once a page.</summary>
    public Dictionary<DiagnosticKind, string> Faults { get; } = [];

    public static IReadOnlyList<ContentScan> Of(Inspection inspection)
    {
        var file = inspection.File;
        var parts = file.Objects.Where(o => o.Value is CosStream s && (file.Name(s, "Subtype") == "Form" || file.Get(s, "PatternType") is CosNumber { Int: 1 }));
        ContentScan[] scans =
        [
            .. inspection.Pages.Select(p => new ContentScan(p)),
            .. parts.Select(o => new ContentScan(new Inspection.PageObject(0, o.Key, (CosStream)o.Value, file.Dictionary((CosStream)o.Value, "Resources")), isPart: true)),
        ];
        Parallel.ForEach(scans, scan => scan.Read(file));
        return scans;
    }

    private void Read(CosFile file)
    {
        var contents = IsPart ? Page.Dictionary : file.Get(Page.Dictionary, "Contents");
        var parts = contents is CosArray array ? array.Items.Select(file.Resolve) : [contents];
        byte[] bytes = [.. parts.OfType<CosStream>().SelectMany(s => file.Decode(s).Append((byte)'\n'))];
        var reader = new CosReader(bytes);
        while (reader.Next() is { } value)
        {
            if (value is CosWord { Value: var name })
            {
                Operate(name, file);
                _operands.Clear();
            }
            else
            {
                _operands.Add(value);
            }
        }

        Require(_marks.Count == 0 && _states == 0, Balance, "marked content or a graphics state is left open");
    }

    private void Operate(string name, CosFile file)
    {
        switch (name)
        {
            case "BMC" or "BDC": Begin(file); break;
            case "EMC": Require(_marks.TryPop(out _), Balance, "marked content ends that never began"); break;
            case "BT": _marksAtText = _marks.Count; break;
            case "ET": Require(_marksAtText == _marks.Count, Balance, "a text object and marked content overlap"); break;
            case "q": Require(++_states <= DeepestState, Limits, $"graphics states are nested deeper than {DeepestState}"); break;
            case "Q": Require(--_states >= 0, Balance, "a graphics state is restored that was never saved"); break;
            case "Tf" when _operands is [CosName font, ..]: SetFont(font.Value); break;
            case "Tj" or "'" or "\"" or "TJ": Show(); break;
            case "f" or "F" or "f*" or "B" or "B*" or "b" or "b*" or "S" or "s" or "sh" or "EI": Paint(); break;
            case "Do": UseObject(); break;
            case "gs" when _operands is [CosName state]: StatesUsed.Add(state.Value); break;
            case "cs" or "CS": HasForeignColours |= _operands is not [CosName { Value: "DeviceGray" or "DeviceRGB" or "Pattern" }]; break;
            case "k" or "K" or "ri": HasForeignColours = true; break;
            default: break;
        }
    }

    private void Begin(CosFile file)
    {
        var tag = (_operands.FirstOrDefault() as CosName)?.Value ?? "";
        var entries = PropertiesOf(_operands.LastOrDefault(), file)?.Entries;
        var number = entries?.GetValueOrDefault("MCID") as CosNumber;
        var mark = tag == "Artifact" ? Mark.Artifact : number is not null ? Mark.Tagged : Mark.Other;
        var isNested = _marks.Any(m => m != Mark.Other) && (mark != Mark.Other);
        Require(!isNested, ArtifactNesting, $"{tag} begins inside other tagged content or an artifact");
        if (mark == Mark.Artifact)
        {
            var type = (entries?.GetValueOrDefault("Type") as CosName)?.Value;
            Require(_artifactTypes.Contains(type) && (type != "Background" || entries!.ContainsKey("BBox")), ArtifactType, "an artifact has no type, or a background no rectangle");
        }

        if (number is not null)
        {
            Numbers.Add((number.Int, tag));
        }

        _marks.Push(mark);
    }

    // ISO 32000-1 14.6.2: written here, or named in the resources.
    private CosDictionary? PropertiesOf(CosValue? operand, CosFile file) => operand is CosName { Value: var name }
        ? Page.Resources is { } resources && file.Dictionary(resources, "Properties") is { } named ? file.Dictionary(named, name) : null
        : operand as CosDictionary;

    private void SetFont(string name)
    {
        if (!CodesShown.TryGetValue(name, out var codes))
        {
            CodesShown.Add(name, codes = []);
        }

        _codes = codes;
    }

    private void Show()
    {
        Paint();
        foreach (var text in _operands.SelectMany(o => o is CosArray array ? array.Items : [o]).OfType<CosString>())
        {
            for (var i = 0; i + 1 < text.Bytes.Length; i += 2)
            {
                _codes.Add((text.Bytes[i] << 8) | text.Bytes[i + 1]);
            }
        }
    }

    private void UseObject()
    {
        Paint();
        if (_operands is [CosName name])
        {
            ObjectsUsed.Add(name.Value);
        }
    }

    private void Paint() => Require(IsPart || _marks.Any(m => m != Mark.Other), Unmarked, "something is painted outside of marked content");

    private void Require(bool holds, DiagnosticKind kind, string message)
    {
        if (!holds)
        {
            Faults.TryAdd(kind, message);
        }
    }
}
