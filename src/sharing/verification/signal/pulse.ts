/** How partners ask, counted in the memory of each process and added up in the register every few seconds. */
import type { Nik } from '../../../core/id/index.ts';

export interface PulseRow {
  readonly institutionId: string;
  readonly questions: number;
  readonly mismatched: number;
  readonly inSequence: number;
  readonly regencies: readonly number[];
}

export interface Pulses {
  count(institutionId: string, nik: Nik, matched: boolean): void;
  /** Adds up what was counted since the last time; a fault loses nothing. */
  settle(): Promise<void>;
}

interface Counted {
  questions: number;
  mismatched: number;
  inSequence: number;
  regencies: Set<number>;
}

/** Place and birthday of the numbers asked about last, with their serials. */
const REMEMBERED = 512;

export function openPulses(add: (rows: readonly PulseRow[]) => Promise<void>): Pulses {
  let counted = new Map<string, Counted>();
  const serials = new Map<string, Map<string, string>>();

  function inSequence(institutionId: string, nik: Nik): boolean {
    let mine = serials.get(institutionId);
    if (!mine) serials.set(institutionId, (mine = new Map()));
    const [holder, serial] = [nik.slice(0, 12), nik.slice(12)];
    const before = mine.get(holder);
    if (before === undefined && mine.size >= REMEMBERED) mine.delete(mine.keys().next().value!);
    if (before !== serial) mine.set(holder, serial);
    return before !== undefined && before !== serial;
  }

  return {
    count(institutionId, nik, matched) {
      let mine = counted.get(institutionId);
      if (!mine)
        counted.set(institutionId, (mine = { questions: 0, mismatched: 0, inSequence: 0, regencies: new Set() }));
      mine.questions += 1;
      if (!matched) mine.mismatched += 1;
      if (inSequence(institutionId, nik)) mine.inSequence += 1;
      mine.regencies.add(Number(nik.slice(0, 4)));
    },
    async settle() {
      if (counted.size === 0) {
        serials.clear();
        return;
      }
      const given = counted;
      counted = new Map();
      const rows = [...given].map(([institutionId, { regencies, ...rest }]) => ({
        institutionId,
        ...rest,
        regencies: [...regencies],
      }));
      await add(rows).catch((fault: unknown) => {
        giveBack(given);
        throw fault;
      });
    },
  };

  function giveBack(given: Map<string, Counted>): void {
    for (const [institutionId, before] of given) {
      const mine = counted.get(institutionId);
      if (!mine) counted.set(institutionId, before);
      else {
        mine.questions += before.questions;
        mine.mismatched += before.mismatched;
        mine.inSequence += before.inSequence;
        for (const regency of before.regencies) mine.regencies.add(regency);
      }
    }
  }
}
