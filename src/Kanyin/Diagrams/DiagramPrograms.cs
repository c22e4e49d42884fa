using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Xml;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Diagrams;

/// <summary>Has the diagrams of a book drawn by the programs that its book.yml allows. A drawing is kept under the hash of its text.</summary>
/// <param name="folder">Where the drawings are kept.</param>
/// <param name="programs">Where a program is, by its name; mostly that name itself, looked up by the system.</param>
internal sealed class DiagramPrograms(string folder, Func<string, string> programs)
{
    private const int LargestDrawing = 8 << 20;

    /// <summary>Draws what mermaid would put into foreign HTML as text.</summary>
    private const string MermaidSettings = """{ "htmlLabels": false, "flowchart": { "htmlLabels": false } }""";

    private readonly ConcurrentDictionary<string, string> _drawn = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _troubles = new(StringComparer.Ordinal);

    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The files, by <see cref="Diagram.Key"/>.</summary>
    public IReadOnlyDictionary<string, string> Drawn => _drawn;

    public void Draw(Book book) => Parallel.ForEach(DiagramsOf(book).Select(d => d.Diagram).DistinctBy(d => d.Key), Draw);

    public IEnumerable<Diagnostic> Findings(Book book) =>
        DiagramsOf(book).Where(d => _troubles.ContainsKey(d.Diagram.Key))
            .Select(d => new Diagnostic(DiagramFindings.Undrawn, d.At, $"{d.Diagram.Renderer} {_troubles[d.Diagram.Key]}.", "The diagram is printed as it is written."));

    private static IEnumerable<(Place At, Diagram Diagram)> DiagramsOf(Book book) =>
        new Survey(book).Blocks.Select(b => b.Block).OfType<CodeBlock>().Select(c => (c.At, Diagram: Diagram.Of(c)!)).Where(d => d.Diagram is not null && book.Renderers.Contains(d.Diagram.Renderer));

    private void Draw(Diagram diagram)
    {
        var file = Path.Combine(folder, diagram.Key + ".svg");
        try
        {
            if (!File.Exists(file))
            {
                var drawing = Run(diagram);
                if (!IsOneSvg(drawing))
                {
                    throw new InvalidDataException("drew what is not one SVG");
                }

                EditionFile.Write(file, stream => stream.Write(drawing));
            }

            _drawn[diagram.Key] = file;
        }
        catch (Win32Exception)
        {
            _troubles[diagram.Key] = "is not installed";
        }
        catch (InvalidDataException e)
        {
            _troubles[diagram.Key] = e.Message;
        }
    }

    private byte[] Run(Diagram diagram)
    {
        var start = new ProcessStartInfo(programs(diagram.Renderer), Arguments(diagram.Renderer))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };

        // A book may be anyone's: what it has drawn must not read files or the network. Who runs the tool may say otherwise.
        start.Environment.TryAdd("PLANTUML_SECURITY_PROFILE", "SANDBOX");
        using var process = Process.Start(start)!;
        using var late = new CancellationTokenSource(Limit);
        try
        {
            return TalkAsync(process, diagram.Text, late.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new InvalidDataException("took too long");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task<byte[]> TalkAsync(Process process, string text, CancellationToken stop)
    {
        // All three at once: a program that waits for one of them to be read would wait for ever.
        var said = process.StandardError.ReadToEndAsync(stop);
        var drawing = ReadAsync(process.StandardOutput.BaseStream, stop);
        try
        {
            await process.StandardInput.WriteAsync(text.AsMemory(), stop).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code says why.
        }

        var bytes = await drawing.ConfigureAwait(false);
        var words = await said.ConfigureAwait(false);
        await process.WaitForExitAsync(stop).ConfigureAwait(false);
        return process.ExitCode == 0 && bytes.Length > 0 ? bytes : throw new InvalidDataException($"says: {FirstLine(words)}");
    }

    private static async Task<byte[]> ReadAsync(Stream output, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var part = new byte[1 << 16];
        while (await output.ReadAsync(part, stop).ConfigureAwait(false) is var length and > 0)
        {
            bytes.Write(part, 0, length);
            if (bytes.Length > LargestDrawing)
            {
                throw new InvalidDataException($"drew more than {Counted.Kibibytes(LargestDrawing)}");
            }
        }

        return bytes.ToArray();
    }

    /// <summary>What is kept is believed from then on; two drawings one after the other are no file either.</summary>
    private static bool IsOneSvg(byte[] drawing)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(drawing), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            var isSvg = reader.MoveToContent() == XmlNodeType.Element && reader is { LocalName: "svg", NamespaceURI: "http://www.w3.org/2000/svg" };
            while (reader.Read())
            {
                // To the end, where a drawing cut short shows.
            }

            return isSvg;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static string FirstLine(string words) => words.Trim().Split('\n')[0].Trim() is { Length: > 0 } line ? line : "nothing";

    /// <summary>From standard input to standard output: dot -? · plantuml -help, -pipe · mmdc --help, where a single - stands for them.</summary>
    private string[] Arguments(string renderer)
    {
        switch (renderer)
        {
            case "dot":
                return ["-Tsvg"];
            case "plantuml":
                return ["-tsvg", "-pipe", "-charset", "UTF-8"];
            default:
                var settings = Path.Combine(folder, "mermaid.json");
                EditionFile.Write(settings, stream => stream.Write(Encoding.UTF8.GetBytes(MermaidSettings)));
                return ["-i", "-", "-o", "-", "-e", "svg", "-q", "-c", settings];
        }
    }
}
