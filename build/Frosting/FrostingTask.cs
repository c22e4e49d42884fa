using Cake.Core;

namespace Cake.Frosting;

/// <summary>A step that needs no more than Cake's own context.</summary>
public abstract class FrostingTask : FrostingTask<ICakeContext>;

/// <summary>A step with the build's own context. A task without a Run is a name for its dependencies.</summary>
public abstract class FrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    public virtual void Run(T context)
    {
    }

    public virtual bool ShouldRun(T context) => true;

    void IFrostingTask.Run(ICakeContext context) => Run((T)context);

    bool IFrostingTask.ShouldRun(ICakeContext context) => ShouldRun((T)context);
}
