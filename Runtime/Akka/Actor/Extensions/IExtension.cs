namespace Akka.Actor;

/// <summary>Marks an extension: one object per system that adds to it.</summary>
public interface IExtension;

/// <summary>Names an extension and makes it.</summary>
public interface IExtensionId
{
    /// <summary>The extension's type.</summary>
    Type ExtensionType { get; }

    /// <summary>Finds the extension of a system, creating it when it is not there.</summary>
    /// <param name="system">The system.</param>
    /// <returns>The extension.</returns>
    object Apply(ActorSystem system);

    /// <summary>Finds the extension of a system, creating it when it is not there.</summary>
    /// <param name="system">The system.</param>
    /// <returns>The extension.</returns>
    object Get(ActorSystem system);

    /// <summary>Makes the extension.</summary>
    /// <param name="system">The system.</param>
    /// <returns>The extension.</returns>
    object CreateExtension(ExtendedActorSystem system);
}

/// <summary>Names an extension and makes it.</summary>
/// <typeparam name="T">The extension's type.</typeparam>
public interface IExtensionId<out T> : IExtensionId
    where T : IExtension
{
    /// <summary>Finds the extension of a system, creating it when it is not there.</summary>
    /// <param name="system">The system.</param>
    /// <returns>The extension.</returns>
    new T Apply(ActorSystem system);

    /// <summary>Finds the extension of a system, creating it when it is not there.</summary>
    /// <param name="system">The system.</param>
    /// <returns>The extension.</returns>
    new T Get(ActorSystem system);

    /// <summary>Makes the extension.</summary>
    /// <param name="system">The system.</param>
    /// <returns>The extension.</returns>
    new T CreateExtension(ExtendedActorSystem system);
}

/// <summary>The base of extension ids.</summary>
/// <typeparam name="T">The extension's type.</typeparam>
public abstract class ExtensionIdProvider<T> : IExtensionId<T>
    where T : IExtension
{
    /// <inheritdoc/>
    public Type ExtensionType => typeof(T);

    /// <inheritdoc/>
    public T Apply(ActorSystem system) => (T)system.RegisterExtension(this);

    /// <inheritdoc/>
    public T Get(ActorSystem system) => (T)system.GetExtension(this);

    /// <inheritdoc/>
    public abstract T CreateExtension(ExtendedActorSystem system);

    /// <inheritdoc/>
    object IExtensionId.Apply(ActorSystem system) => Apply(system);

    /// <inheritdoc/>
    object IExtensionId.Get(ActorSystem system) => Get(system);

    /// <inheritdoc/>
    object IExtensionId.CreateExtension(ExtendedActorSystem system) => CreateExtension(system);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExtensionIdProvider<T>;

    /// <inheritdoc/>
    public override int GetHashCode() => typeof(T).GetHashCode();
}
