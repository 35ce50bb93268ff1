import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Refusal } from '../refusal/index.ts';
import { asCivilDate } from '../time/index.ts';
import { pdfPages } from './given-pdf-text.ts';
import { givenTemplate } from './given-template.ts';
import { openPress } from './press.ts';

const press = openPress({ specimen: true });
const real = openPress({ specimen: false });
afterAll(() => Promise.all([press.close(), real.close()]));

const stamp = { issuedOn: asCivilDate('2018-12-11'), documentId: 'an-id', qrText: 'https://contoh.id/periksa/x' };
const data = { title: 'Surat uji', pages: 1, number: 2018 };

describe('the press', () => {
  it('gives the same bytes for the same input, also from another thread, and other bytes for another', async () => {
    const first = await press.compile(givenTemplate, data, stamp);
    const other = openPress({ specimen: true });
    const second = await other.compile(givenTemplate, data, stamp);
    await other.close();
    expect(second.pdf.equals(first.pdf)).toBe(true);
    expect(first.sha256).toEqual(createHash('sha256').update(first.pdf).digest());
    const third = await press.compile(givenTemplate, { ...data, number: 2019 }, stamp);
    expect(third.sha256).not.toEqual(first.sha256);
  });

  it('dates the file by the day of issue, not by the clock, and makes PDF/A-2b', async () => {
    const { pdf } = await press.compile(givenTemplate, data, stamp);
    const text = pdf.toString('latin1');
    expect(text).toContain('<xmp:CreateDate>2018-12-11');
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(text).not.toContain(String(new Date().getFullYear()));
  });

  it('marks every page as a specimen unless an authority issues', async () => {
    const marked = pdfPages((await press.compile(givenTemplate, { ...data, pages: 3 }, stamp)).pdf);
    expect(marked).toHaveLength(3);
    for (const page of marked) expect(page.match(/SPESIMEN - DATA SIMULASI/g)).toHaveLength(2);
    const issued = pdfPages((await real.compile(givenTemplate, { ...data, pages: 3 }, stamp)).pdf);
    expect(issued).toHaveLength(3);
    for (const page of issued) expect(page).not.toContain('SPESIMEN');
  });

  it('leaves markup in data as text', async () => {
    const title = '#panic("x") *tebal* $x$ @y <z> \\ `q` [k] "n" // c';
    const [page] = pdfPages((await press.compile(givenTemplate, { ...data, title }, stamp)).pdf);
    expect(page).toContain(title);
  });

  it('writes numbers and days in words', async () => {
    const wordsOf = async (number: number) =>
      pdfPages((await press.compile(givenTemplate, { ...data, number }, stamp)).pdf)[0]!;
    expect(await wordsOf(1999)).toContain('seribu sembilan ratus sembilan puluh sembilan');
    expect(await wordsOf(2011)).toContain('dua ribu sebelas');
    expect(await wordsOf(117)).toContain('seratus tujuh belas');
    expect(await wordsOf(60)).toContain('enam puluh');
    expect(await wordsOf(1)).toContain('sebelas Desember dua ribu delapan belas');
  });

  it('refuses data of another shape, naming the fields', async () => {
    const fault = press.compile(givenTemplate, { title: '', pages: 0 } as never, stamp);
    await expect(fault).rejects.toMatchObject({ code: 'document.data_malformed', status: 422 });
    await expect(fault).rejects.toSatisfy(
      ({ faults }: Refusal) => faults.map((each) => each.path).join() === 'title,pages,number',
    );
  });

  it('refuses text that its fonts cannot draw and text of more than one line', async () => {
    for (const title of ['Budi \u{1f600}', 'ꦧꦸꦢꦶ', '布迪', 'a\nb', 'a\u202eb', 'a\u0000b']) {
      await expect(press.compile(givenTemplate, { ...data, title }, stamp)).rejects.toMatchObject({
        code: 'document.data_malformed',
      });
    }
    await expect(
      press.compile(givenTemplate, { ...data, title: 'Ñandú Żółw O’Brien — “é”' }, stamp),
    ).resolves.toBeDefined();
  });

  it('says what is wrong with a template and goes on working', async () => {
    await expect(press.compile(givenTemplate, { ...data, title: 'broken' }, stamp)).rejects.toThrow(/broken template/);
    await expect(press.compile(givenTemplate, data, stamp)).resolves.toBeDefined();
  });

  it('gives up a page that takes too long, and only that', async () => {
    const hasty = openPress({ specimen: true, timeoutMs: 3000 });
    const long = hasty.compile(givenTemplate, { ...data, title: 'endless' }, stamp);
    const short = hasty.compile(givenTemplate, data, stamp);
    await expect(long).rejects.toThrow('took too long');
    await expect(short).resolves.toBeDefined();
    await hasty.close();
  });

  it('leaves the main thread free while it works', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 2);
    await press.compile(givenTemplate, { ...data, title: 'Dokumen panjang', pages: 400 }, stamp);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });

  it('sets what is asked at the same time, each its own', async () => {
    const both = openPress({ specimen: true, threads: 2 });
    const pages = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, n) => pdfPages((await both.compile(givenTemplate, { ...data, title: `Surat ${n}.` }, stamp)).pdf)[0]!,
      ),
    );
    await both.close();
    pages.forEach((page, n) => expect(page).toContain(`Surat ${n}.`));
  });

  it('refuses work once it is closed', async () => {
    const closed = openPress({ specimen: true });
    await closed.close();
    await expect(closed.compile(givenTemplate, data, stamp)).rejects.toThrow('closed');
  });
});
