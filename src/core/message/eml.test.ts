import fc from 'fast-check';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMailAddress, toEml } from './eml.ts';
import { dropFolder, type Outgoing } from './sender.ts';

const mail = {
  id: 'a1',
  from: 'dinas@contoh.id',
  to: 'warga@contoh.id',
  subject: 'Halo',
  text: 'Isi',
  at: new Date('2018-12-11T09:00:00Z'),
};

function readEml(eml: string) {
  const [head, body] = eml.split('\r\n\r\n') as [string, string];
  const headers = head.replaceAll('\r\n ', '').split('\r\n');
  const subject = headers.find((line) => line.startsWith('Subject: '))!.slice(9);
  const words = [...subject.matchAll(/=\?UTF-8\?B\?(.*?)\?=/g)].map((word) =>
    Buffer.from(word[1]!, 'base64').toString(),
  );
  return {
    headers,
    subject: words.length > 0 ? words.join('') : subject,
    text: Buffer.from(body, 'base64').toString(),
  };
}

describe('a mail', () => {
  it('carries any subject and text unharmed and lets neither begin a header', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: 'grapheme', maxLength: 500 }),
        (subject, text) => {
          const read = readEml(toEml({ ...mail, subject: `é${subject}`, text }));
          expect(read.headers).toHaveLength(9);
          expect(read.subject).toBe(`é${subject}`);
          expect(read.text).toBe(text.replaceAll(/\r?\n/g, '\r\n'));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is refused for an address that could name a second recipient', () => {
    for (const to of ['a@b.id, c@d.id', 'a@b.id\r\nBcc: c@d.id', 'Nama <a@b.id>', 'a b@c.id', '@b.id', '']) {
      expect(isMailAddress(to), to).toBe(false);
      expect(() => toEml({ ...mail, to })).toThrow(RangeError);
    }
  });

  it('has its day in the form of RFC 5322', () => {
    expect(toEml(mail)).toContain('\r\nDate: Tue, 11 Dec 2018 09:00:00 +0000\r\n');
  });
});

describe('the drop folder', () => {
  it('holds one file a message, however often it is sent', async () => {
    const dir = join(await mkdtemp(join(tmpdir(), 'drop-')), 'outbox');
    const sender = dropFolder(dir, mail.from);
    const outgoing: Outgoing = { ...mail, channel: 'mail' };
    await sender.send(outgoing);
    await sender.send(outgoing);
    await sender.send({ ...outgoing, id: 'a2', channel: 'sms', to: '+628120000000' });
    expect((await readdir(dir)).toSorted()).toEqual(['a1.eml', 'a2.sms']);
    expect(readEml(await readFile(join(dir, 'a1.eml'), 'utf8'))).toMatchObject({ subject: 'Halo', text: 'Isi' });
    expect(await readFile(join(dir, 'a2.sms'), 'utf8')).toBe('+628120000000\n\nIsi\n');
  });
});
