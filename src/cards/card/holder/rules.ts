/**
 * What a holder does from afar: where messages to him go, how long a code and a visit last, how often one may ask. Pure and safe in
 * a browser.
 */
export const CONTACT_LANGUAGES = ['id', 'en'] as const;
export type ContactLanguage = (typeof CONTACT_LANGUAGES)[number];

export interface Contact {
  readonly channel: 'sms' | 'mail';
  /** A mail address, or a telephone number as `+62...`. */
  readonly to: string;
}

const MAIL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;

/**
 * A contact as people say it: `0812-3456-7890`, `+62 812 3456 7890`, `62812...`, or a mail address; `null` for anything else. A number
 * that begins with 0 is an Indonesian one.
 */
export function readContact(text: string): Contact | null {
  const typed = text.replace(/\p{Cf}/gu, '').trim();
  if (typed.includes('@')) return MAIL.test(typed) ? { channel: 'mail', to: typed } : null;
  const digits = typed.replaceAll(/[\s().-]/g, '');
  const number = digits.replace(/^(00|\+)/, '').replace(/^0/, '62');
  return /^(00|\+|0|62)\d+$/.test(digits) && /^[1-9]\d{7,14}$/.test(number)
    ? { channel: 'sms', to: `+${number}` }
    : null;
}

/** Enough to know it again, not enough to write to it: `+62•••••7890`, `s•••@contoh.id`. */
export function maskedContact({ channel, to }: Contact): string {
  if (channel === 'sms') return `${to.slice(0, 3)}•••••${to.slice(-4)}`;
  const [name, host] = to.split('@') as [string, string];
  return `${name.slice(0, 1)}•••@${host}`;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const CODE_DIGITS = 6;
/** Long enough for a message that is late, short enough for a code that lies about. */
export const CODE_MINUTES = 10;
export const MOST_TRIES = 5;
/** Whoever presses twice gets the same answer; after that the code is spent. */
export const PRESSED_TWICE_MS = 2 * MINUTE_MS;
export const VISIT_MINUTES = 15;
/** A day later nobody has to know that somebody asked. */
export const FORGOTTEN_MS = 24 * HOUR_MS;

/**
 * At most so many codes an hour, and for one number a minute between two: whoever asks in another's name costs him a few messages
 * and no more, and an address behind which many people sit still serves them.
 */
export const ASKS = { number: { anHour: 5, apartMs: MINUTE_MS }, address: { anHour: 30, apartMs: 0 } } as const;

/** How long until one may ask again, given when it was asked in the last hour, the newest first; 0: now. */
export function askWaitMs(of: keyof typeof ASKS, asked: readonly Date[], now: Date): number {
  const { anHour, apartMs } = ASKS[of];
  const newest = asked[0]?.getTime();
  const apart = newest === undefined ? 0 : newest + apartMs - now.getTime();
  const full = asked.length < anHour ? 0 : asked[anHour - 1]!.getTime() + HOUR_MS - now.getTime();
  return Math.max(0, apart, full);
}

export const hourBefore = (now: Date): Date => new Date(now.getTime() - HOUR_MS);
export const codeEnds = (asked: Date): Date => new Date(asked.getTime() + CODE_MINUTES * MINUTE_MS);
export const visitEnds = (now: Date): Date => new Date(now.getTime() + VISIT_MINUTES * MINUTE_MS);

/** Whether this may be the ticket of an ask. */
export const isTicket = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The numbers under which a card is asked about: of a request (K and the office's day), of an application, or the NIK on the card. */
export function readNumber(text: string): string | null {
  const typed = text
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toUpperCase();
  const parts = /^(K?)\s*(\d{4})[\s-]+(\d{8})[\s-]+(\d{4,6})$/.exec(typed);
  if (parts) return `${parts[1]}${parts[2]}-${parts[3]}-${parts[4]}`;
  const digits = typed.replaceAll(/[\s.]/g, '');
  return /^\d{16}$/.test(digits) ? digits : null;
}
