import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { refuseHttp } from './refusals.ts';

/** Where a list goes on: sealed, so that the name or date on which it stands does not appear in an address. */
export interface Cursors {
  /** `list` names the route, so that a cursor of one list does not open another. */
  seal(list: string, position: unknown): string;
  /** Refuses a cursor that this server did not make for this list. */
  open<Position>(list: string, cursor: string): Position;
}

declare module '../db/tx.ts' {
  interface Ground {
    readonly cursors: Cursors;
  }
}

/** `key` is 32 bytes. */
export function openCursors(key: Buffer): Cursors {
  return {
    seal(list, position) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(list));
      const sealed = Buffer.concat([cipher.update(JSON.stringify(position), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
    },
    open<Position>(list: string, cursor: string): Position {
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length < 29) throw refuseHttp('http.cursor_invalid');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(list));
      decipher.setAuthTag(bytes.subarray(-16));
      try {
        const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
        return JSON.parse(plain.toString('utf8')) as Position;
      } catch {
        throw refuseHttp('http.cursor_invalid');
      }
    },
  };
}
