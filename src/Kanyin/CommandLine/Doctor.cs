using System.Security.Cryptography;
using Kanyin.Books.Model;

namespace Kanyin.CommandLine;

/// <summary>What publishing needs, or what something would add to it.</summary>
/// <param name="Words">Where it is, what is wrong with it, or what it would give.</param>
internal sealed record Need(string Name, bool IsMet, string Words, bool IsOptional = false);

/// <summary>Looks at the machine, and changes nothing that stays.</summary>
internal sealed class Doctor(Surroundings around, string output)
{
    /// <summary>Programs that others have made, and what they give to a book.</summary>
    private static readonly (string Name, string Gift)[] Programs =
    [
        .. Diagram.Renderers.Order(StringComparer.Ordinal).Select(r => (r, $"draws the diagrams in {LanguageOf(r)} of books whose book.yml says diagrams: [{r}]")),
        ("java", "runs EPUBCheck"),
        ("epubcheck", "the build asks it for a second opinion on an EPUB; kanyin verify needs none"),
        ("qpdf", "the build asks it for a second opinion on a PDF"),
    ];

    /// <summary>What must be there comes first. A book is tried only when the rest of that is.</summary>
    public IEnumerable<Need> Examine()
    {
        Need[] needed = [Fonts(), Output()];
        return [.. needed, .. needed.All(n => n.IsMet) ? [Trial()] : Array.Empty<Need>(), .. Programs.Select(Program)];
    }

    private static string LanguageOf(string renderer) => renderer == "mmdc" ? "mermaid" : renderer;

    private Need Fonts()
    {
        try
        {
            var folder = FontFolder.Find(around.ProgramFolder);
            var troubles = Listed(folder).Select(f => Trouble(Path.Combine(folder, f.File), f.Sum) is { } trouble ? $"{f.File} {trouble}" : null).OfType<string>().ToList();
            return new Need("fonts", troubles.Count == 0, troubles.Count == 0 ? folder : $"{folder}: {string.Join(", ", troubles)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Need("fonts", false, e.Message);
        }
    }

    /// <summary>The rows of FONTS.md: | file | family | version | source | sha256 |.</summary>
    private static IEnumerable<(string File, string Sum)> Listed(string folder) =>
        File.ReadLines(Path.Combine(folder, "FONTS.md")).Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 7 && cells[5].Length == SHA256.HashSizeInBytes * 2).Select(cells => (cells[1], cells[5]));

    private static string? Trouble(string file, string sum)
    {
        if (!File.Exists(file))
        {
            return "is missing";
        }

        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == sum ? null : "is damaged";
    }

    private Need Output()
    {
        var full = Path.GetFullPath(output);
        var there = full;
        while (!Path.Exists(there))
        {
            there = Path.GetDirectoryName(there)!; // the root is always there
        }

        try
        {
            var trial = Path.Combine(there, ".kanyin-doctor");
            EditionFile.Write(trial, _ => { });
            File.Delete(trial);
            return new Need("output", true, $"{full} can be written");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Need("output", false, $"{full} cannot be written; choose another folder with --output");
        }
    }

    /// <summary>Only publishing shows that publishing works: a native library may be there and still not load.</summary>
    private Need Trial()
    {
        var folder = Directory.CreateTempSubdirectory("kanyin-doctor-").FullName;
        try
        {
            using var findings = new StringWriter();
            NewBook.Write(folder, "book");
            var book = new Publisher(new PublishSettings(Path.Combine(folder, "output")), new StageLog(null, findings), around.Clock).Open(folder);
            var isProved = book.Write(pdf: true, epub: true) && book.Verify(pdf: true, epub: true) && !book.HasErrors;
            return new Need("trial", isProved, isProved ? "a small book was published and proved" : findings.ToString().TrimEnd());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Need("trial", false, $"{e.GetType().Name}: {e.GetBaseException().Message}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Need Program((string Name, string Gift) program) =>
        Find(program.Name) is { } path ? new Need(program.Name, true, $"{path}: {program.Gift}", IsOptional: true) : new Need(program.Name, false, program.Gift, IsOptional: true);

    /// <summary>The program that the system would start under this name, or null.</summary>
    private string? Find(string name) =>
        (around.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(IsProgram);

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
