using System.Reflection;
using BenchmarkDotNet.Running;
using Kanyin.Benchmarks;

if (args is ["check", .. var folder])
{
    CheckRatio.Run(folder is [var source] ? source : Path.Combine(Corpus.Root(), "content"));
    return;
}

BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
