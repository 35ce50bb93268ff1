import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkAtPollContract } from '../../../../src/sharing/voter/contract.ts';
import type { PollingDocument } from '../../../../src/sharing/voter/rules.ts';
import { NotReached } from '../../../kit/problem.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import type { Told } from './answer.tsx';
import { holds, type KeptFile } from './kept-files.ts';
import { keepLooked, LOOKED_KEY } from './looked.ts';

export interface Election {
  readonly id: string;
  readonly nameId: string;
  readonly nameEn: string;
  readonly votingDay: string;
  readonly isToday: boolean;
}

interface Given {
  readonly village: string;
  readonly document: PollingDocument;
  readonly nik: string;
  readonly number: string;
}

/** How long an officer with a person before him waits for a line before the file answers. */
const PATIENCE_MS = 3_000;

/** Asks the register; where it is not reached, the file of the village, and keeps the look to be sent. */
export function useLook(election: Election, files: readonly KeptFile[]) {
  const { client } = useHouse();
  const { aheadMs } = useSession();
  const queries = useQueryClient();
  const [told, setTold] = useState<Told | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const byFile = async (given: Given): Promise<Told | null> => {
    const file = files.find(({ village, electionId }) => village.code === given.village && electionId === election.id);
    if (!file) return null;
    const said = (await holds(file, given)) ? 'here' : 'not_in_file';
    const check = {
      ...given,
      id: crypto.randomUUID(),
      at: new Date(Date.now() + aheadMs).toISOString(),
      said,
    } as const;
    await keepLooked({ ...check, nik: check.nik as never, electionId: election.id });
    await queries.invalidateQueries({ queryKey: LOOKED_KEY });
    return { from: 'file', said, place: file.village.place, madeAt: file.madeAt };
  };
  const run = async (given: Given) => {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    setTold(null);
    try {
      const verdict = await client.call(
        checkAtPollContract,
        { id: election.id, ...given },
        { patienceMs: navigator.onLine ? PATIENCE_MS : 0 },
      );
      setTold({ from: 'register', verdict });
    } catch (error) {
      if (!(error instanceof NotReached)) return setFailed(error);
      const answer = await byFile(given);
      if (answer) setTold(answer);
      else setFailed('missing');
    } finally {
      setBusy(false);
    }
  };
  const forget = () => {
    setTold(null);
    setFailed(null);
  };
  return { told, failed, busy, run, forget };
}
