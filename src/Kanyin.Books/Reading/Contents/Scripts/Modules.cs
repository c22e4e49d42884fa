using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Contents.Scripts;

/// <summary>A settings script and the scripts of the book's folder that it imports, put together into one that imports nothing.</summary>
internal sealed partial class Modules(BookFolder folder)
{
    private const int MostFiles = 50;
    private const int LongestScript = 1 << 20;

    private static readonly string[] Endings = ["", ".ts", ".mts", ".js", ".mjs", ".cjs", ".json", "/index.ts", "/index.mts", "/index.js"];

    private readonly Dictionary<string, string> _bodies = new(StringComparer.Ordinal);

    /// <summary>The files that are in it, the first one first.</summary>
    public List<SourceFile> Files { get; } = [];

    /// <summary>One expression: an object that has a function for every file, by its path.</summary>
    /// <exception cref="InvalidDataException">There is more of it than of any settings.</exception>
    public string Join(string path)
    {
        Add(path);
        return "({" + string.Join(",\n", _bodies.Select(b => $"{Quoted(b.Key)}: function (module, exports) {{\n{b.Value}\n}}")) + "})";
    }

    private void Add(string path)
    {
        if (_bodies.ContainsKey(path) || TextFile.Read(folder, path, new DiagnosticBag()) is not { } file)
        {
            return;
        }

        if (_bodies.Count == MostFiles || file.Text.Length > LongestScript)
        {
            throw new InvalidDataException("The script is longer than any settings.");
        }

        _bodies[path] = "";
        Files.Add(file);
        _bodies[path] = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? $"module.exports = {file.Text.Trim()};" : Body(path, file.Text);
    }

    /// <summary>The imports and exports of ECMAScript as assignments.</summary>
    private string Body(string path, string source)
    {
        var text = new ScriptText(source);
        var exports = new StringBuilder();
        var code = TypeImport().Replace(text.Code, "");
        code = Import().Replace(code, m => Imported(m.Groups[1].Value, Required(path, text.ValueOf(m.Groups[2]))));
        code = BareImport().Replace(code, "");
        code = Require().Replace(code, m => Required(path, text.ValueOf(m.Groups[1])));
        code = ImportMeta().Replace(code, "({ env: {}, url: '' })");
        code = ExportAll().Replace(code, m => $"Object.assign(exports, {Required(path, text.ValueOf(m.Groups[1]))});");
        code = ExportList().Replace(code, m =>
        {
            var from = m.Groups[2].Success ? Required(path, text.ValueOf(m.Groups[2])) + "." : "";
            exports.Append(string.Concat(Names(m.Groups[1].Value).Select(n => $"\nexports.{n.Outer} = {from}{n.Inner};")));
            return "";
        });
        code = IsTypeScript(path) ? TypeAnnotations.Removed(code) : code;
        code = ExportDefault().Replace(code, "exports.default = ");
        code = ExportDeclared().Replace(code, m =>
        {
            exports.Append($"\nexports.{m.Groups[2].Value} = {m.Groups[2].Value};");
            return m.Groups[1].Value + m.Groups[2].Value;
        });
        text.Code = code;
        return text + ";" + exports;
    }

    private static bool IsTypeScript(string path) => path.EndsWith("ts", StringComparison.OrdinalIgnoreCase);

    /// <summary>A file of the book is asked for; anything else is a tool that is not here.</summary>
    private string Required(string from, string specifier)
    {
        var start = BookFolder.FolderOf(from);
        var found = specifier.StartsWith('.') ? Endings.Select(e => folder.Find(start, Regex.Replace(specifier, @"\.js$", e.Length > 0 ? "" : ".js") + e)).FirstOrDefault(f => f.IsFile) : default;
        if (found.Path is null)
        {
            return "stub";
        }

        Add(found.Path);
        return $"ask({Quoted(found.Path)})";
    }

    private static string Imported(string clause, string module)
    {
        var named = Braces().Match(clause);
        var rest = named.Success ? clause.Remove(named.Index, named.Length) : clause;
        var declared = rest.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(n => n.StartsWith('*') ? $"const {n[(n.LastIndexOf(' ') + 1)..]} = {module};" : $"const {n} = main({module});");
        var names = named.Success ? Names(named.Groups[1].Value).Select(n => $"const {n.Outer} = {module}.{n.Inner};") : [];
        return string.Concat(declared.Concat(names));
    }

    /// <summary>a, b as c, without the types among them.</summary>
    private static IEnumerable<(string Inner, string Outer)> Names(string list) =>
        from item in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let words = item.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        where words[0] != "type"
        select (words[0], words[^1]);

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    [GeneratedRegex(@"^[ \t]*import\s+type\s[\w$\s{},*]*?from\s*" + ScriptText.Literal + ";?", RegexOptions.Multiline)]
    private static partial Regex TypeImport();

    [GeneratedRegex(@"^[ \t]*import\s+([\w$\s{},*]+?)\s*from\s*" + ScriptText.Literal + ";?", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"^[ \t]*import\s*" + ScriptText.Literal + ";?", RegexOptions.Multiline)]
    private static partial Regex BareImport();

    [GeneratedRegex(@"\b(?:await\s+)?(?:require|import)\s*\(\s*" + ScriptText.Literal + @"\s*\)")]
    private static partial Regex Require();

    [GeneratedRegex(@"\bimport\.meta\b")]
    private static partial Regex ImportMeta();

    [GeneratedRegex(@"^[ \t]*export\s*\*\s*from\s*" + ScriptText.Literal + ";?", RegexOptions.Multiline)]
    private static partial Regex ExportAll();

    [GeneratedRegex(@"^[ \t]*export\s*\{([^{}]*)\}(?:\s*from\s*" + ScriptText.Literal + ")?;?", RegexOptions.Multiline)]
    private static partial Regex ExportList();

    [GeneratedRegex(@"^[ \t]*export\s+default\s+", RegexOptions.Multiline)]
    private static partial Regex ExportDefault();

    [GeneratedRegex(@"^[ \t]*export\s+((?:const|let|var|(?:async\s+)?function\s*\*?)\s+)([\w$]+)", RegexOptions.Multiline)]
    private static partial Regex ExportDeclared();

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();
}
