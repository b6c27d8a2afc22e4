import '@fontsource-variable/inter';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startTexts } from './i18n/i18n';
import './theme/tokens.css';
import './parts/shared.css';

startTexts();

/** Registers the service worker and tells it which files this page was made of, so that it opens offline too. */
async function keepShell(): Promise<void> {
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  window.setTimeout(() => {
    const files = performance.getEntriesByType('resource').map((entry) => entry.name);
    active?.postMessage({ keep: files.filter((name) => name.includes('/assets/')) });
  }, 3000);
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => void keepShell().catch(() => undefined));
}
