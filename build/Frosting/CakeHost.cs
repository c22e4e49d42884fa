using System.Reflection;
using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Finds the tasks, hands them to Cake's engine and runs the one that was asked for.</summary>
public sealed class CakeHost
{
    private readonly ServiceCollection _services = new();
    private Type _contextType = typeof(FrostingContext);
    private Assembly? _assembly = Assembly.GetEntryAssembly();

    public CakeHost UseContext<TContext>()
        where TContext : class, IFrostingContext
    {
        _contextType = typeof(TContext);
        _assembly = typeof(TContext).Assembly;
        return this;
    }

    public CakeHost UseLifetime<TLifetime>()
        where TLifetime : class, IFrostingLifetime
    {
        _services.AddSingleton<IFrostingLifetime, TLifetime>();
        return this;
    }

    public CakeHost ConfigureServices(Action<IServiceCollection> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(_services);
        return this;
    }

    /// <returns>0, or the exit code of the <see cref="CakeException"/> that ended the run.</returns>
    public int Run(IEnumerable<string> args)
    {
        HostArguments arguments;
        try
        {
            arguments = HostArguments.Parse(args);
        }
        catch (CakeException e)
        {
            Console.Error.WriteLine($"error: {e.Message}");
            return e.ExitCode;
        }

        using var services = BuildServices(arguments);
        var log = services.GetRequiredService<ICakeLog>();
        log.Verbosity = arguments.Verbosity;
        try
        {
            Run(services, arguments);
            return 0;
        }
        catch (Exception e)
        {
            return Report(e, log);
        }
    }

    private ServiceProvider BuildServices(HostArguments arguments)
    {
        // What the caller registered comes last, so that it wins over Cake's defaults.
        var services = new ServiceCollection();
        services.UseCakeDefaultModules();
        services.AddCakeDiagnostics();
        services.AddSingleton<ICakeArguments>(arguments.ToCakeArguments());
        services.AddSingleton<ICakeConfiguration>(new CakeConfiguration(new Dictionary<string, string>()));
        services.AddSingleton(_contextType);
        services.AddSingleton(typeof(IFrostingContext), provider => provider.GetRequiredService(_contextType));
        foreach (var service in _services)
        {
            ((ICollection<ServiceDescriptor>)services).Add(service);
        }

        return services.BuildServiceProvider();
    }

    private void Run(ServiceProvider services, HostArguments arguments)
    {
        if (arguments.Version)
        {
            services.GetRequiredService<IConsole>().WriteLine("{0}", _assembly?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
            return;
        }

        var engine = services.GetRequiredService<ICakeEngine>();
        RegisterTasks(engine);
        if (!engine.Tasks.Any(task => task.Name.Equals(arguments.Target, StringComparison.OrdinalIgnoreCase)))
        {
            var names = string.Join(", ", engine.Tasks.Select(task => task.Name).Order(StringComparer.Ordinal));
            throw new CakeException(HostArguments.WrongUsage, $"There is no target {arguments.Target}. The targets are {names}.");
        }

        var context = (ICakeContext)services.GetRequiredService<IFrostingContext>();
        if (services.GetService<IFrostingLifetime>() is { } lifetime)
        {
            engine.RegisterSetupAction(info => lifetime.Setup(context, info));
            engine.RegisterTeardownAction(info => lifetime.Teardown(context, info));
        }

        arguments.ChooseHost(services, engine, context).RunTargetAsync(arguments.Target).GetAwaiter().GetResult();
    }

    private void RegisterTasks(ICakeEngine engine)
    {
        var types = _assembly?.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask))) ?? [];
        foreach (var type in types.OrderBy(NameOf, StringComparer.Ordinal))
        {
            var task = (IFrostingTask)Activator.CreateInstance(type)!;
            var builder = engine.RegisterTask(NameOf(type));
            builder.Description(type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? "");
            builder.WithCriteria(task.ShouldRun);
            builder.Does(task.Run);
            foreach (var dependency in type.GetCustomAttributes<IsDependentOnAttribute>())
            {
                builder.IsDependentOn(NameOf(dependency.Task));
            }
        }
    }

    private static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    /// <summary>Cake wraps what a task throws; the reason is the innermost exception that means something to a person.</summary>
    private static int Report(Exception exception, ICakeLog log)
    {
        var reason = exception;
        while (reason is AggregateException or CakeReportException && reason.InnerException is { } inner)
        {
            reason = inner;
        }

        log.Error("{0}", reason is CakeException or IOException or UnauthorizedAccessException
            ? $"error: {reason.Message}"
            : $"internal error: {reason.GetType().Name}: {reason.Message}");
        if (log.Verbosity >= Verbosity.Diagnostic)
        {
            log.Error("{0}", exception);
        }

        return reason is CakeException cake ? cake.ExitCode : HostArguments.MachineFailed;
    }
}
