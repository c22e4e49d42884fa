using Cake.Core;
using Cake.Kanyin;
using Kanyin.CommandLine;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.Cake;

public sealed class KanyinAliasesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_alias_runs_its_command_on_the_path()
    {
        var cake = new RecordingCake(_folder);

        cake.KanyinCheck("my-book");
        cake.KanyinPublish("我的 书");
        cake.KanyinVerify("output/my-book/my-book.epub");

        Assert.Equal(["kanyin check \"my-book\"", "kanyin publish \"我的 书\"", "kanyin verify \"output/my-book/my-book.epub\""], cake.Commands);
    }

    [Fact]
    public void Every_setting_of_publish_is_an_option_of_the_tool() => ReadsWell(new KanyinPublishSettings
    {
        Output = "出 版",
        Pdf = true,
        Epub = true,
        For = "print",
        EpubFor = "kindle",
        Online = true,
        AllowedHosts = { "a.internal", "b.internal" },
        KeepGoing = true,
        NoProof = true,
        All = true,
        Shard = "3/10",
    }, "--output 出 版 --pdf --epub --for print --epub-for kindle --online --allow-host a.internal --allow-host b.internal --keep-going --no-proof --all --shard 3/10");

    [Fact]
    public void Every_setting_of_check_is_an_option_of_the_tool() => ReadsWell(new KanyinCheckSettings
    {
        Format = "sarif",
        MinSeverity = "warning",
        Baseline = "known.txt",
        Online = true,
        Offline = true,
        Answers = "answers.jsonl",
        AllowedHosts = { "a.internal" },
    }, "--format sarif --min-severity warning --baseline known.txt --online --offline --answers answers.jsonl --allow-host a.internal");

    [Fact]
    public void Every_setting_of_verify_is_an_option_of_the_tool() => ReadsWell(new KanyinVerifySettings { Format = "json" }, "--format json");

    [Fact]
    public void An_error_of_the_tool_fails_the_build()
    {
        var e = Assert.Throws<CakeException>(() => new RecordingCake(_folder, exitCode: 1).KanyinPublish("my-book"));

        Assert.Contains("exit code 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_tool_the_build_is_told_its_name()
    {
        var e = Assert.Throws<CakeException>(() => new RecordingCake(_folder, hasTool: false).KanyinPublish("my-book"));

        Assert.Contains("kanyin: Could not locate executable", e.Message, StringComparison.Ordinal);
    }

    /// <summary>What is added is what is expected, and the tool itself knows each word of it. No setting is forgotten: each has a value.</summary>
    private static void ReadsWell(KanyinSettings settings, string options)
    {
        var own = settings.GetType().GetProperties().Where(p => p.DeclaringType == settings.GetType());
        Assert.All(own, p => Assert.NotNull(p.GetValue(settings)));
        var arguments = new global::Cake.Core.IO.ProcessArgumentBuilder();
        settings.AddOptions(arguments);

        Assert.Equal(options, arguments.Render().Replace("\"", "", StringComparison.Ordinal));
        Assert.Empty(new Tool(new Surroundings(TextWriter.Null, TextWriter.Null, _ => null, TimeProvider.System)).Grammar().Parse([settings.Command, ".", .. arguments.Select(a => a.Render().Trim('"'))]).Errors);
    }
}
