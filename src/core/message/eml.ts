export interface Mail {
  /** The message's own id: makes `Message-ID`, so that a mail sent twice is known as one. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

// A plain address: no display name, nothing that could begin another header or another recipient.
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;

export function isMailAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** A mail as RFC 5322 text with a UTF-8 body (RFC 2045 base64). Throws a `RangeError` for an address that is none. */
export function toEml(mail: Mail): string {
  if (!isMailAddress(mail.to) || !isMailAddress(mail.from)) throw new RangeError('not a mail address');
  const body = Buffer.from(mail.text.replaceAll(/\r?\n/g, '\r\n'), 'utf8').toString('base64');
  return [
    `From: ${mail.from}`,
    `To: ${mail.to}`,
    `Subject: ${encodedWords(mail.subject)}`,
    `Date: ${mail.at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mail.id}@${mail.from.split('@')[1]!}>`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(body.match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');
}

/** RFC 2047: what is not plain ASCII goes in pieces of at most 75 characters; line breaks can then begin no header. */
function encodedWords(text: string): string {
  if (/^[\u0020-\u007e]{0,60}$/.test(text)) return text;
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (Buffer.byteLength(piece + character) > 42) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  pieces.push(piece);
  return pieces.map((each) => `=?UTF-8?B?${Buffer.from(each).toString('base64')}?=`).join('\r\n ');
}
