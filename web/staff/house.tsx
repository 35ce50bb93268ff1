import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import { QueryClient } from '@tanstack/react-query';
import { openClient, type Client } from '../kit/client.ts';
import { openConnection, type Connection, type ConnectionState } from '../kit/connection.ts';
import { openPreferences, type PreferenceStore } from './preferences.ts';
import { Problem } from '../kit/problem.ts';

/** What every screen of the staff app stands on; made once in `main.tsx` and handed down. */
export interface StaffHouse {
  readonly client: Client;
  readonly connection: Connection;
  readonly preferences: PreferenceStore;
  readonly queries: QueryClient;
}

export const SESSION_KEY = ['session'] as const;

export function openStaffHouse(): StaffHouse {
  const connection = openConnection();
  const preferences = openPreferences();
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        // The client itself tries again, with the same request and a word in the bar; a second layer would only hide it.
        retry: false,
        networkMode: 'always',
        staleTime: 5_000,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  const client = openClient({
    connection,
    language: () => preferences.get().language,
    onSignedOut: () => queries.setQueryData(SESSION_KEY, null),
  });
  return { client, connection, preferences, queries };
}

const HouseContext = createContext<StaffHouse | null>(null);

export function HouseProvider({ house, children }: { house: StaffHouse; children: ReactNode }) {
  return <HouseContext value={house}>{children}</HouseContext>;
}

export function useHouse(): StaffHouse {
  const house = useContext(HouseContext);
  if (!house) throw new Error('a screen stands outside the staff house');
  return house;
}

export function useConnection(): ConnectionState {
  const { connection } = useHouse();
  return useSyncExternalStore(connection.subscribe, connection.state);
}

/** Whether an error says that nobody is signed in. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof Problem && error.status === 401;
}

/** Whether an error says that the first two administrators are still missing. */
export function isFirstRun(error: unknown): boolean {
  return error instanceof Problem && error.code === 'http.first_run_pending';
}
