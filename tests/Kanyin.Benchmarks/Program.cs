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

if (args is ["book", var length, var target])
{
    Console.WriteLine($"{Corpus.GeneratedBook().Write(target, int.Parse(length, CultureInfo.InvariantCulture))} Han");
    return;
}

if (args is ["whole", var tool, var results])
{
    WholeProcess.Run(tool, results);
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
