import { createHash } from 'node:crypto';

const filesOf = (bundle) =>
  Object.keys(bundle)
    .filter((name) => name.startsWith('assets/'))
    .sort();

const idOf = (bundle) => createHash('sha256').update(filesOf(bundle).join('\n')).digest('hex').slice(0, 16);

/**
 * Names a build by its hashed files: once in the page, once in version.json, which an open tab polls, and once, with the
 * files, in .vite/build.json, from which the next build learns what to keep.
 */
export function buildId() {
  return {
    name: 'waymark-build-id',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) =>
        bundle
          ? html.replace('name="waymark-build" content=""', `name="waymark-build" content="${idOf(bundle)}"`)
          : html,
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const [id, files] = [idOf(bundle), filesOf(bundle)];
        const emit = (fileName, content) =>
          this.emitFile({ type: 'asset', fileName, source: `${JSON.stringify(content)}\n` });
        emit('version.json', { build: id });
        emit('.vite/build.json', { id, files });
      },
    },
  };
}
