import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `npm run dev` of the console finds a running server. */
const server = process.env.RUSHES_URL ?? 'http://127.0.0.1:8080'
const proxied = ['/api', '/sora', '/v1', '/files', '/inbox', '/docs', '/openapi.json']

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // Browsers that know light-dark(): it would be taken apart for older ones, and no longer follow the switch.
  build: {
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, server])) },
})
