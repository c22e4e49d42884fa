using System.Text;
using Kanyin.CommandLine;

#pragma warning disable RS0030 // The one place in src that talks to the terminal.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return new Tool(new Surroundings(Console.Out, Console.Error, Environment.GetEnvironmentVariable, TimeProvider.System) { IsWatched = !Console.IsOutputRedirected }).Run(args);
