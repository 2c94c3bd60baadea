using System.Collections.Concurrent;

namespace Akka.Actor;

/// <content>Extensions.</content>
public sealed partial class ActorSystemImpl
{
    private ConcurrentDictionary<Type, Lazy<object>>? _extensions;

    /// <inheritdoc/>
    public override object RegisterExtension(IExtensionId extension)
    {
        var extensions = _extensions ?? Interlocked.CompareExchange(ref _extensions, new(), null) ?? _extensions;
        return extensions.GetOrAdd(
            extension.ExtensionType,
            static (_, args) => new Lazy<object>(() => args.extension.CreateExtension(args.system)),
            (extension, system: this)).Value;
    }

    /// <inheritdoc/>
    public override object GetExtension(IExtensionId extensionId) => RegisterExtension(extensionId);

    /// <inheritdoc/>
    public override T? GetExtension<T>()
        where T : class => TryGetExtension<T>(out var extension) ? extension : null;

    /// <inheritdoc/>
    public override bool HasExtension(Type type) => _extensions?.ContainsKey(type) == true;

    /// <inheritdoc/>
    public override bool HasExtension<T>() => HasExtension(typeof(T));

    /// <inheritdoc/>
    public override bool TryGetExtension(Type extensionType, out object? extension)
    {
        extension = _extensions is not null && _extensions.TryGetValue(extensionType, out var known) ? known.Value : null;
        return extension is not null;
    }

    /// <inheritdoc/>
    public override bool TryGetExtension<T>(out T? extension)
        where T : class
    {
        var found = TryGetExtension(typeof(T), out var any);
        extension = (T?)any;
        return found;
    }
}
