import '@fontsource-variable/inter';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startTexts } from './i18n/i18n';
import './theme/tokens.css';
import './parts/shared.css';

startTexts();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
}
