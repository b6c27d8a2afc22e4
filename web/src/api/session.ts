import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schema } from './calls';
import { api, Refused, Unreachable } from './client';

export type Session = Schema<'SessionUserView'>;

export type SessionHints = Schema<'LoginHintsHints'>;

/** Who can log in after the demonstration is gone; the password is said this once. */
export type FirstAccount = Schema<'DemonstrationFactoryFirstAccount'>;

const STORED = 'throughline.session';

/** Who is logged in; null when nobody is. Without a connection, who was logged in last on this device. */
export async function readSession(): Promise<Session | null> {
  try {
    const session = await api.get('/api/session');
    localStorage.setItem(STORED, JSON.stringify(session));
    return session;
  } catch (refusal) {
    const known = localStorage.getItem(STORED);
    if (refusal instanceof Unreachable && known) return JSON.parse(known) as Session;
    if (refusal instanceof Refused && (refusal.status === 401 || refusal.status === 403)) return null;
    throw refusal;
  }
}

const NOBODY: Session = {
  id: '',
  username: '',
  name: '',
  roles: [],
  language: 'zh',
  organisation: { id: '', code: '', name: '' },
  permissions: [],
  seesPrices: false,
};

/** The device no longer knows who was here. */
export function forgetSession(): void {
  localStorage.removeItem(STORED);
}

export const sessionKey = ['session'] as const;

/** The person at this screen. Only for pages behind the login. */
export function useSession(): Session {
  const { data } = useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: Number.POSITIVE_INFINITY });
  return data ?? NOBODY;
}

/** Logs in, and forgets what the one before saw. */
export function useLogin() {
  const queries = useQueryClient();
  return async (username: string, password: string) => {
    await api.post('/api/session', { body: { username, password } });
    queries.clear();
    await queries.fetchQuery({ queryKey: sessionKey, queryFn: readSession });
  };
}
