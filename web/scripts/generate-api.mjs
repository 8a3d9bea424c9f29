import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

// Writes the types of the API's messages from its document, or, with --check, tells whether they are still those.
const source = new URL('../../docs/openapi/v1.json', import.meta.url);
const target = fileURLToPath(new URL('../src/api/generated/schemas.ts', import.meta.url));
const head = '/* Made from docs/openapi/v1.json by `npm run api`. Changes here are lost. */\n\n';

// The client knows its paths; what it takes from the document are the shapes of what is sent there.
const { openapi, info, components } = JSON.parse(readFileSync(source, 'utf8'));
const nodes = await openapiTS(
  { openapi, info, paths: {}, components: { schemas: components.schemas } },
  { alphabetize: true, defaultNonNullable: false, rootTypes: true, rootTypesNoSchemaPrefix: true, silent: true },
);
const made = head + astToString(nodes);

if (!process.argv.includes('--check')) writeFileSync(target, made);
else if (readFileSync(target, 'utf8') !== made) {
  console.log('src/api/generated is older than docs/openapi/v1.json: run `npm run api` and commit what it writes.');
  process.exit(1);
}
