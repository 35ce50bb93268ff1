import { hash } from 'node:crypto';

/**
 * The salts of the ledger's commitments, one for each entry and subject: SHA-256(month key, entry id, NIK), all three of
 * fixed length. A salt is derived and never stored, so it costs no byte in an access row and nobody can alter it there;
 * when the month's key is destroyed, no commitment of that month can be tied to a person any more.
 */
export interface Salts {
  /** 32 bytes. `entryId` has 16 bytes, `nik` 16 digits. */
  of(entryId: Buffer, nik: string): Buffer;
}

export function saltsUnder(monthKey: Buffer): Salts {
  const message = Buffer.alloc(32 + 16 + 16);
  monthKey.copy(message, 0);
  return {
    of(entryId, nik) {
      entryId.copy(message, 32);
      message.write(nik, 48, 16, 'latin1');
      return hash('sha256', message, 'buffer');
    },
  };
}
