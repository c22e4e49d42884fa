using System.Text.Json;
using Jint;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Contents.Scripts;

/// <summary>Settings that are a program. It runs alone: no file, no network, no clock, no chance, and limits of time, memory, statements and depth.</summary>
internal static class ScriptSettings
{
    private const int MostStatements = 1_000_000;
    private const long MostMemory = 64 << 20;
    private const int DeepestCall = 100;
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _longestMatch = TimeSpan.FromSeconds(1);

    /// <summary>What VitePress and VuePress are told, in whichever of their places.</summary>
    private const string Prelude =
        """
        Math.random = () => 0;
        const stub = new Proxy(function () {}, {
          get: (_, key) => key === Symbol.toPrimitive ? () => '' : key === Symbol.iterator ? function* () {} : key === 'then' || key === 'toJSON' ? undefined : stub,
          apply: (_, self, given) => given.length > 0 ? given[0] : stub,
          construct: () => stub,
        });
        globalThis.Date = stub;
        const require = stub, __dirname = '', __filename = '', process = { env: {}, cwd: () => '' }, console = stub, URL = stub;
        const asked = {};
        const ask = path => {
          if (!asked[path]) {
            asked[path] = { exports: {} };
            files[path](asked[path], asked[path].exports);
          }
          return asked[path].exports;
        };
        const main = module => module.default === undefined ? module : module.default;
        """;

    private const string Answer =
        """
        let site = main(ask(first));
        if (typeof site === 'function') site = site({});
        const sidebarOf = theme => theme && theme.sidebar;
        const places = (locales, themeOf) => Object.entries(locales || {}).map(([key, value]) => ({ key, lang: value.lang, title: value.title, sidebar: sidebarOf(themeOf(value)) }));
        const theme = site.themeConfig || site.theme || {};
        return JSON.stringify({
          title: site.title, description: site.description, lang: site.lang, srcDir: site.srcDir, sidebar: sidebarOf(theme),
          locales: [...places(site.locales, value => value.themeConfig), ...places(theme.locales, value => value)],
        });
        """;

    /// <summary>The settings as JSON, and the files they were read from.</summary>
    /// <returns>Null after a finding.</returns>
    public static (JsonDocument Site, IReadOnlyList<SourceFile> Files)? Read(BookFolder folder, string path, DiagnosticBag bag)
    {
        var modules = new Modules(folder);
        try
        {
            var files = modules.Join(path);
            using var engine = new Engine(options => options
                .LimitMemory(MostMemory).TimeoutInterval(_longest).MaxStatements(MostStatements).LimitRecursion(DeepestCall)
                .RegexTimeoutInterval(_longestMatch).MaxArraySize(100_000).DisableStringCompilation());
            var answer = engine.Evaluate($"(() => {{\n{Prelude}\nconst first = {JsonSerializer.Serialize(path)}, files = {files};\n{Answer}\n}})()");
            return (JsonDocument.Parse(answer.AsString()), modules.Files);
        }
        catch (Exception e) when (e is JintException or Acornima.ParseErrorException or TimeoutException or InvalidDataException or JsonException or InsufficientExecutionStackException or ArgumentException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            var at = modules.Files is [var file, ..] ? file : new SourceFile(path, "");
            bag.Add(ReadingFindings.BadToolSettings, Place.Of(at), $"{path} cannot be run: {e.Message}", "The order of the files is taken instead; chapters in book.yml can give another.");
            return null;
        }
    }
}
