import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { catalogues } from './catalogues.js';
import { shellPlugin } from './shell-plugin.js';

/** Where the API answers while the board is worked on with `vite apps/board`. */
const api = 'http://127.0.0.1:3000';

export default defineConfig({
  base: '/',
  plugins: [
    react(),
    catalogues(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] }), enforce: 'pre' },
    shellPlugin(fileURLToPath(new URL('src/offline/shell/service-worker.ts', import.meta.url))),
  ],
  build: {
    outDir: '../../dist/board',
    emptyOutDir: true,
    // The content security policy forbids data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': api } },
});
