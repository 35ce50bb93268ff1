import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { givenCards } from '../given-card.ts';

const given = await givenCards();
const { printer, head } = given;
const face = (id: string, format: string, by = printer) => by.call('GET', `/v1/cards/${id}/face?format=${format}`);

describe("a card's face", () => {
  test('has the size of ISO 7810 ID-1, what the law wants on it, and says that it is a specimen', async () => {
    const nik = await given.recorded({
      name: 'SITI CONTOH & <RAHAYU>',
      address: 'JALAN CONTOH YANG PANJANG SEKALI NOMOR 123 BLOK C',
    });
    const id = await given.printed(await given.requested(nik));
    const svg = (await face(id, 'svg')).body as string;
    expect(svg).toContain('width="85.6mm" height="53.98mm"');
    for (const item of [
      nik,
      'SITI CONTOH &amp; &lt;RAHAYU&gt;',
      '05-08-1990',
      'PEREMPUAN',
      '003/007',
      'SEUMUR HIDUP',
      'SPESIMEN',
    ])
      expect(svg).toContain(item);
    expect(svg).toContain('data:image/png;base64,');
    expect(svg).not.toMatch(/garuda|href="http/i);
  });

  test('is set as a PDF of the same size, the same bytes twice', async () => {
    const id = await given.printed(await given.requested(await given.recorded()));
    const [first, second] = [await face(id, 'pdf'), await face(id, 'pdf')];
    expect(first.status).toBe(200);
    expect(first.body.slice(0, 5)).toBe('%PDF-');
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(digest(second.body)).toBe(digest(first.body));
    const box = /MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+)/.exec(first.body)!;
    expect(Number(box[1])).toBeCloseTo((85.6 / 25.4) * 72, 1);
    expect(Number(box[2])).toBeCloseTo((53.98 / 25.4) * 72, 1);
  });

  test('and its chip are shown to the office that makes it, while it makes it', async () => {
    const id = await given.printed(await given.requested(await given.recorded()));
    const stranger = await given.officer({ role: 'operator', officeId: await given.office('3273') });
    expect((await face(id, 'svg', stranger)).status).toBeGreaterThanOrEqual(403);
    const chip = (await head.call('GET', `/v1/cards/${id}/chip`)).body;
    expect(chip.groups.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3]);
    const biodata = Buffer.from(chip.groups[0].bytes, 'base64');
    const hash = createHash('sha256').update(biodata).digest();
    expect(Buffer.from(chip.sod, 'base64').includes(hash)).toBe(true);
    await printer.call('POST', `/v1/cards/${id}/failure`, { fault: 'chip' });
    expect((await face(id, 'svg')).body.code).toBe('card.wrong_state');
  });
});
