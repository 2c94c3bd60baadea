namespace Akka.Routing;

/// <summary>A message for the router itself, which it handles in turn with its other such messages and does not route.</summary>
public abstract class RouterManagementMessage;
