import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { buildId } from './scripts/vite-build-id.mjs';
import { catalogues } from './scripts/vite-catalogues.mjs';

const backend = 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), tailwindcss(), catalogues(), buildId()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    // The content security policy allows no data: fonts or images.
    assetsInlineLimit: 0,
    manifest: true,
  },
  server: {
    proxy: {
      '/api': backend,
      '/openapi': backend,
      '/hubs': { target: backend, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
