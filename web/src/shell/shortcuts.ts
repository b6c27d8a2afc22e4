import { useEffect, useEffectEvent } from 'react';

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/**
 * Runs `action` on a key. Plain keys, and Ctrl-Z which a field has for itself, keep quiet while somebody is typing or a
 * dialog is open.
 */
export function useShortcut(key: string, action: (event: KeyboardEvent) => void): void {
  const act = useEffectEvent(action);
  useEffect(() => {
    const withMod = key.startsWith('mod+');
    const letter = withMod ? key.slice(4) : key;
    const quiet = !withMod || letter === 'z';
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) !== withMod || event.altKey) return;
      if (event.key.toLowerCase() !== letter.toLowerCase()) return;
      if (quiet && (typing(event.target) || document.querySelector('[role="dialog"]'))) return;
      if (withMod || letter === '/') event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key]);
}
