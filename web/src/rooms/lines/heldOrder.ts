import { useState } from 'react';

/** Keeps rows where they are while the pointer is over them; the new order comes when it leaves. */
export function useHeldOrder<T extends { id: string }>(items: T[], held: boolean, question: string): T[] {
  const [known, setKnown] = useState<{ question: string; ids: string[] }>({ question: '', ids: [] });
  const ids = items.map((item) => item.id);
  const keep = held && known.question === question && known.ids.length > 0;
  if (!keep && (known.question !== question || known.ids.join() !== ids.join())) setKnown({ question, ids });
  if (!keep) return items;
  const place = new Map(known.ids.map((id, index) => [id, index]));
  return [...items].sort((one, other) => (place.get(one.id) ?? ids.length) - (place.get(other.id) ?? ids.length));
}
