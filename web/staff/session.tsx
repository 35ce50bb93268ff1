import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import type { AnswerOf } from '../../src/core/http/contract.ts';
import { getSessionContract } from '../../src/register/officer/sign-in/contract.ts';
import { isSignedOut, SESSION_KEY, useHouse, type StaffHouse } from './house.tsx';

export type Session = AnswerOf<typeof getSessionContract>;

/** Who is signed in on this device; `null`: nobody. */
export function sessionQuery({ client }: StaffHouse) {
  return {
    queryKey: SESSION_KEY,
    queryFn: async (): Promise<Session | null> => {
      try {
        return await client.call(getSessionContract, {});
      } catch (error) {
        if (isSignedOut(error)) return null;
        throw error;
      }
    },
    staleTime: 30_000,
  };
}

export function useSessionQuery() {
  return useQuery(sessionQuery(useHouse()));
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The officer at work. Only screens inside the shell may ask. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no officer is signed in here');
  return session;
}
