/**
 * What a person is called towards one partner: always the same, another towards every other partner, and nothing that can be asked
 * about. SHA-256 over a secret of the partner's own and the NIK, both of fixed length, so that nothing can be appended.
 */
import { hash } from 'node:crypto';

export interface Pseudonyms {
  /** 22 letters of base64url: 128 bits. */
  of(institutionId: string, nik: string): string;
}

export function pseudonyms(serverKey: Buffer): Pseudonyms {
  const begun = new Map<string, Buffer>();

  function messageOf(institutionId: string): Buffer {
    let message = begun.get(institutionId);
    if (!message) {
      message = Buffer.alloc(32 + 16);
      hash('sha256', Buffer.concat([serverKey, Buffer.from(institutionId)]), 'buffer').copy(message);
      begun.set(institutionId, message);
    }
    return message;
  }

  return {
    of(institutionId, nik) {
      const message = messageOf(institutionId);
      message.write(nik, 32, 16, 'latin1');
      return hash('sha256', message, 'base64url').slice(0, 22);
    },
  };
}
