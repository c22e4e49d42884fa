using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before the first task and after the last. Derive from <see cref="FrostingLifetime{T}"/>.</summary>
public interface IFrostingLifetime
{
    void Setup(ICakeContext context, ISetupContext info);

    void Teardown(ICakeContext context, ITeardownContext info);
}

/// <inheritdoc cref="IFrostingLifetime"/>
public abstract class FrostingLifetime<T> : IFrostingLifetime
    where T : ICakeContext
{
    public abstract void Setup(T context, ISetupContext info);

    /// <summary>Called when the run has failed too, if it was set up.</summary>
    public abstract void Teardown(T context, ITeardownContext info);

    void IFrostingLifetime.Setup(ICakeContext context, ISetupContext info) => Setup((T)context, info);

    void IFrostingLifetime.Teardown(ICakeContext context, ITeardownContext info) => Teardown((T)context, info);
}
