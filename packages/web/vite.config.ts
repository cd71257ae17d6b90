import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'baseline-widely-available',
    // The content security policy allows nothing inline: no data: fonts, no helper script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    // `npm start` in another terminal is the server that this one asks.
    proxy: { '/api': process.env.ASSUAGE_SERVER ?? 'http://127.0.0.1:4600' },
  },
});
