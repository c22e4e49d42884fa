namespace Kanyin.Books.Diagnostics;

/// <summary>One change of a file: the characters at a place become others. A place without length is where something is put in.</summary>
public readonly record struct Edit(Place At, string Text);
