/** Why a person was opened, remembered for that person until the officer signs out or closes the window. Only references are kept. */
const PREFIX = 'jatidiri.keperluan.';
const LAST = 'terakhir';

export function keepPurpose(officerId: string, of: string, code: string): void {
  try {
    sessionStorage.setItem(`${PREFIX}${officerId}.${of}`, code);
    sessionStorage.setItem(`${PREFIX}${officerId}.${LAST}`, code);
  } catch {
    // Without storage the purpose is asked again; nothing is lost.
  }
}

export function keptPurpose(officerId: string, of: string): string | null {
  try {
    return sessionStorage.getItem(`${PREFIX}${officerId}.${of}`);
  } catch {
    return null;
  }
}

/** What was stated last, as the likeliest answer for the next person of the queue; it still has to be said. */
export function lastPurpose(officerId: string): string | null {
  return keptPurpose(officerId, LAST);
}

export function forgetPurposes(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
