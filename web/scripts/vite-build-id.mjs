import { createHash } from 'node:crypto';

const idOf = (bundle) =>
  createHash('sha256')
    .update(
      Object.keys(bundle)
        .filter((name) => name.startsWith('assets/'))
        .sort()
        .join('\n'),
    )
    .digest('hex')
    .slice(0, 16);

/** Names a build by its hashed files: once in the page, once in version.json, which an open tab polls. */
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
        this.emitFile({
          type: 'asset',
          fileName: 'version.json',
          source: `${JSON.stringify({ build: idOf(bundle) })}\n`,
        });
      },
    },
  };
}
