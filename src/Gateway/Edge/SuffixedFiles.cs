using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Waymark.Gateway.Edge;

/// <summary>Files under the names of others: what is asked for as <c>app.js</c> is answered with <c>app.js.br</c>.</summary>
internal sealed class SuffixedFiles(IFileProvider files, string suffix) : IFileProvider
{
    public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath + suffix);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => files.Watch(filter + suffix);
}
