import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import type { AnswerOf } from '../../src/core/http/contract.ts';
import type { CivilDate } from '../../src/core/time/civil-date.ts';
import { dayIn } from '../../src/core/time/clock.ts';
import { getSessionContract } from '../../src/register/officer/sign-in/contract.ts';
import { useNow } from '../kit/now.ts';
import { NotReached } from '../kit/problem.ts';
import { isSignedOut, SESSION_KEY, useHouse, type StaffHouse } from './house.tsx';

type Answered = AnswerOf<typeof getSessionContract>;

export interface Session extends Answered {
  /** How far the house's clock is ahead of this device's (ms). */
  readonly aheadMs: number;
}

/** A session as it has just come from the server. */
export function received(answer: Answered): Session {
  return { ...answer, aheadMs: Date.parse(answer.clock) - Date.now() };
}

/** Who is signed in on this device; `null`: nobody. */
export function sessionQuery({ client }: StaffHouse) {
  return {
    queryKey: SESSION_KEY,
    queryFn: async (): Promise<Session | null> => {
      try {
        // A device that knows it has no network need not be asked to wait for one.
        const session = received(await client.call(getSessionContract, {}, navigator.onLine ? {} : { patienceMs: 0 }));
        keepSession(session);
        return session;
      } catch (error) {
        if (isSignedOut(error)) {
          forgetSession();
          return null;
        }
        const kept = error instanceof NotReached ? keptSession() : null;
        if (kept) return kept;
        throw error;
      }
    },
    staleTime: 30_000,
  };
}

export function useSessionQuery() {
  return useQuery(sessionQuery(useHouse()));
}

const KEPT = 'jatidiri.sesi';

/** The frame of the app can be drawn without a network for as long as the session lives; no resident's data is in it. */
export function keepSession(session: Session): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(session));
  } catch {
    // Without storage the app needs the network to open.
  }
}

function keptSession(): Session | null {
  try {
    const stored = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as { aheadMs?: number };
    const kept = { ...getSessionContract.output.parse(stored), aheadMs: stored.aheadMs ?? 0 };
    return Date.parse(kept.expiresAt) > Date.now() ? kept : null;
  } catch {
    return null;
  }
}

export function forgetSession(): void {
  localStorage.removeItem(KEPT);
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

/** The house's day, where law by the day decides: the nation's, in WIB. */
export function useHouseDay(): CivilDate {
  const { aheadMs } = useSession();
  return dayIn('Asia/Jakarta', new Date(Date.now() + aheadMs));
}

/** The house's time, told again every `everyMs`: for ages and terms of what the house has dated. */
export function useHouseNow(everyMs: number): number {
  const { aheadMs } = useSession();
  return useNow(everyMs) + aheadMs;
}
