using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Kanyin.Tests.Solution;

/// <summary>Who may know whom. The compiler keeps the order of the projects; this keeps it inside them.</summary>
public sealed partial class LayeringTests
{
    private static readonly SourceText[] Sources =
        [.. Repository.Files.Where(path => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal)).Select(SourceText.Read)];

    [Theory]
    [InlineData("Kanyin.Books.Diagnostics")]
    [InlineData("Kanyin.Books.Mathematics", "Kanyin.Books.Diagnostics")]
    [InlineData("Kanyin.Books.Model", "Kanyin.Books.Diagnostics", "Kanyin.Books.Mathematics")]
    [InlineData("Kanyin.Books.Reading", "Kanyin.Books.Diagnostics", "Kanyin.Books.Mathematics", "Kanyin.Books.Model")]
    [InlineData("Kanyin.Books.Checks", "Kanyin.Books.Diagnostics", "Kanyin.Books.Model")]
    [InlineData("Kanyin.Books.Fixes", "Kanyin.Books.Diagnostics", "Kanyin.Books.Model", "Kanyin.Books.Checks", "Kanyin.Books.Checks.Rules.Typography", "Kanyin.Books.Reading")]
    [InlineData("Kanyin.Typesetting.Chinese")]
    [InlineData("Kanyin.Typesetting.Fonts")]
    [InlineData("Kanyin.Typesetting.Shaping", "Kanyin.Typesetting.Chinese", "Kanyin.Typesetting.Fonts")]
    [InlineData("Kanyin.Typesetting.Pages", "Kanyin.Books.Diagnostics", "Kanyin.Books.Mathematics", "Kanyin.Books.Model", "Kanyin.Typesetting.Fonts")]
    [InlineData("Kanyin.Typesetting.Lines", "Kanyin.Books.Diagnostics", "Kanyin.Books.Model", "Kanyin.Typesetting.Chinese", "Kanyin.Typesetting.Fonts", "Kanyin.Typesetting.Shaping", "Kanyin.Typesetting.Pages")]
    [InlineData("Kanyin.Typesetting.Mathematics", "Kanyin.Books.Diagnostics", "Kanyin.Books.Mathematics", "Kanyin.Typesetting.Fonts", "Kanyin.Typesetting.Shaping", "Kanyin.Typesetting.Lines", "Kanyin.Typesetting.Pages")]
    [InlineData("Kanyin.Typesetting.Drawings", "Kanyin.Books.Diagnostics", "Kanyin.Books.Model", "Kanyin.Books.Reading.Pictures", "Kanyin.Typesetting.Chinese", "Kanyin.Typesetting.Fonts", "Kanyin.Typesetting.Shaping", "Kanyin.Typesetting.Lines", "Kanyin.Typesetting.Pages")]
    [InlineData("Kanyin.Editions.Pdf.Objects")]
    [InlineData("Kanyin.Editions.Pdf", "Kanyin.Editions", "Kanyin.Books.Mathematics", "Kanyin.Books.Model", "Kanyin.Typesetting.Pages", "Kanyin.Typesetting.Fonts", "Kanyin.Editions.Mathematics", "Kanyin.Editions.Pictures")]
    [InlineData("Kanyin.Editions.Mathematics", "Kanyin.Editions", "Kanyin.Books.Mathematics")]
    [InlineData("Kanyin.Editions.Epub", "Kanyin.Editions", "Kanyin.Books.Diagnostics", "Kanyin.Books.Mathematics", "Kanyin.Books.Model", "Kanyin.Typesetting.Pages", "Kanyin.Typesetting.Fonts", "Kanyin.Typesetting.Mathematics", "Kanyin.Editions.Mathematics", "Kanyin.Editions.Pictures")]
    [InlineData("Kanyin.Editions.EpubCheck", "Kanyin.Books.Diagnostics")]
    [InlineData("Kanyin.Editions.Pictures", "Kanyin.Editions", "Kanyin.Books.Model", "Kanyin.Typesetting.Pages", "Kanyin.Typesetting.Fonts")]
    [InlineData("Cake.Kanyin")]
    public void A_namespace_knows_only_what_it_may(string name, params string[] mayKnow)
    {
        var here = Sources.Where(source => IsIn(source.Namespace, name)).ToArray();
        Assert.NotEmpty(here);

        var strangers =
            from source in here
            from known in source.KnownNamespaces(Sources)
            where !IsIn(known, name) && !mayKnow.Contains(known)
            select $"{source.Path} knows {known}";

        Assert.Empty(strangers);
    }

    [Theory]
    [InlineData("Markdig", "src/Kanyin.Books/Reading/Markdown/")]
    [InlineData("AngleSharp", "src/Kanyin.Books/Reading/Markdown/")]
    [InlineData("Jint", "src/Kanyin.Books/Reading/Contents/Scripts/")]
    [InlineData("Tomlyn", "src/Kanyin.Books/Reading/Contents/")]
    [InlineData("YamlDotNet", "src/Kanyin.Books/Reading/")]
    [InlineData("TextMateSharp", "src/Kanyin.Books/Reading/Highlighting/")]
    [InlineData("HarfBuzzSharp", "src/Kanyin.Typesetting/Fonts/", "src/Kanyin.Typesetting/Shaping/")]
    [InlineData("SkiaSharp", "src/Kanyin.Editions/Pictures/")]
    [InlineData("UglyToad", "src/Kanyin.Editions/Proofs/")]
    [InlineData("System.CommandLine", "src/Kanyin/CommandLine/")]
    [InlineData("Polly", "src/Kanyin/Online/")]
    [InlineData("Cake.Core", "src/Cake.Kanyin/")]
    public void A_package_stays_behind_its_folder(string package, params string[] folders)
    {
        var users = Sources.Where(source => source.Mentions(package)).Select(source => source.Path).ToArray();

        Assert.NotEmpty(users);
        Assert.DoesNotContain(users, path => !folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("src/Kanyin.Books/Kanyin.Books.csproj")]
    [InlineData("src/Kanyin.Typesetting/Kanyin.Typesetting.csproj", "Kanyin.Books")]
    [InlineData("src/Kanyin.Editions/Kanyin.Editions.csproj", "Kanyin.Books", "Kanyin.Typesetting")]
    [InlineData("src/Kanyin/Kanyin.csproj", "Kanyin.Books", "Kanyin.Editions", "Kanyin.Typesetting")]
    [InlineData("build/Build.csproj", "Kanyin")]
    public void A_project_refers_only_to_those_before_it(string project, params string[] expected)
    {
        var references = XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Equal(expected, references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_entry_point_talks_to_the_terminal()
    {
        var exceptions = Sources.Where(source => source.Text.Contains("#pragma warning disable RS0030", StringComparison.Ordinal)).Select(source => source.Path);

        Assert.Equal(["src/Kanyin/Program.cs"], exceptions);
    }

    private static bool IsIn(string name, string parent) => name == parent || name.StartsWith(parent + ".", StringComparison.Ordinal);

    private sealed partial record SourceText(string Path, string Namespace, string Text, string[] Types)
    {
        public string Project => Path.Split('/')[1];

        public static SourceText Read(string path)
        {
            var text = CommentLine.Replace(Repository.Read(path), "");
            var name = NamespaceLine.Match(text).Groups[1].Value;
            return new SourceText(path, name, text, [.. Declaration.Matches(text).Select(match => match.Groups[1].Value)]);
        }

        public bool Mentions(string package) => Regex.IsMatch(Text, $@"(?<![\w.""]){Regex.Escape(package)}(?=[.;])");

        public IEnumerable<string> KnownNamespaces(IReadOnlyCollection<SourceText> all)
        {
            var namespaces = all.Select(source => source.Namespace).ToHashSet();
            var neighbours = all.Where(source => source.Project == Project).ToArray();
            var named = OurName.Matches(Text).Select(match => NearestIn(namespaces, match.Value)).OfType<string>();

            // What stands in an enclosing namespace is seen without naming it.
            var enclosing = namespaces.Where(name => name != Namespace && IsIn(Namespace, name))
                .Where(name => neighbours.Where(source => source.Namespace == name).SelectMany(source => source.Types).Any(type => Regex.IsMatch(Text, $@"(?<![\w.]){type}\b")));
            return named.Concat(enclosing).Distinct();
        }

        private static string? NearestIn(HashSet<string> namespaces, string name)
        {
            while (!namespaces.Contains(name) && name.Contains('.', StringComparison.Ordinal))
            {
                name = name[..name.LastIndexOf('.')];
            }

            return namespaces.Contains(name) ? name : null;
        }

        [GeneratedRegex(@"(?<![\w.])Kanyin(\.\w+)+")]
        private static partial Regex OurName { get; }

        [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
        private static partial Regex CommentLine { get; }

        [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
        private static partial Regex NamespaceLine { get; }

        [GeneratedRegex(@"^(?:public|internal)[\w ]*? (?:class|record struct|record|struct|enum|interface) (\w+)", RegexOptions.Multiline)]
        private static partial Regex Declaration { get; }
    }
}
