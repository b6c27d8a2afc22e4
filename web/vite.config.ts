import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.THROUGHLINE_SERVER ?? 'http://127.0.0.1:8180';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
});
