using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Running;
using Kanyin.Benchmarks;
using Kanyin.Benchmarks.Whole;

if (args is ["check", .. var folder])
{
    CheckRatio.Run(folder is [var source] ? source : Path.Combine(Corpus.Root(), "content"));
    return;
}

if (args is ["book", var length, var target, .. var sources])
{
    Console.WriteLine($"{Corpus.GeneratedBook(sources is [var texts] ? texts : null).Write(target, int.Parse(length, CultureInfo.InvariantCulture))} Han");
    return;
}

if (args is ["whole", var tool])
{
    WholeProcess.Run(tool, Path.Combine(Corpus.Root(), "tests", "Kanyin.Benchmarks", "Results"), Path.Combine(Corpus.Root(), "content", "handbook", "images"));
    return;
}

if (args is ["peers", var ours, var han])
{
    Peers.Run(ours, int.Parse(han, CultureInfo.InvariantCulture));
    return;
}

if (args is ["save", var book])
{
    SaveDelay.Run(book);
    return;
}

BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
