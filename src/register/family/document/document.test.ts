import { afterAll, describe, expect, it } from 'vitest';
import { openPress } from '../../../core/document/index.ts';
import { pdfPages } from '../../../core/document/given-pdf-text.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { examples } from './examples.ts';
import { biodataTemplate, type FamilyCardPaper, familyCardTemplate, moveLetterTemplate } from './index.ts';

const press = openPress({ specimen: true });
afterAll(() => press.close());

const stamp = { issuedOn: asCivilDate('2018-12-11'), documentId: 'an-id', qrText: 'https://contoh.id/periksa/x' };
const pagesOf = async (card: FamilyCardPaper) => pdfPages((await press.compile(familyCardTemplate, card, stamp)).pdf);
const card = examples.familyCard.data;

describe('a family card', () => {
  it('says every item of UU 24/2013 art. 61 of every member, in capitals', async () => {
    const [page] = await pagesOf(card);
    for (const member of card.members) {
      for (const item of [
        member.name,
        member.nik,
        member.sex,
        member.birthPlace,
        member.religion,
        member.education,
        member.occupation,
      ]) {
        expect(page).toContain(item.toUpperCase());
      }
      for (const item of [
        member.bloodGroup,
        member.maritalStatus,
        member.relation,
        member.citizenship,
        member.fatherName!,
        member.motherName!,
      ]) {
        expect(page).toContain(item.toUpperCase());
      }
    }
    for (const item of [
      card.number,
      card.headName,
      card.address,
      `${card.rt}/${card.rw}`,
      card.postalCode!,
      card.village,
      card.district,
    ]) {
      expect(page).toContain(item.toUpperCase());
    }
    expect(page).toContain('05-08-1978');
    expect(page).toContain('12-06-2004');
    expect(page).toContain('11-12-2018');
    expect(page).toContain('NIP 196904121994032001');
  });

  it.each([
    [1, 1],
    [10, 1],
    [11, 2],
    [20, 2],
    [21, 3],
  ])('of %i members has %i sheets, numbered, each with the card number and the signature', async (count, sheets) => {
    const members = Array.from({ length: count }, (_, n) => card.members[n % card.members.length]!);
    const pages = await pagesOf({ ...card, members });
    expect(pages).toHaveLength(sheets);
    pages.forEach((page, n) => {
      expect(page).toContain(card.number);
      expect(page).toContain('NIP 196904121994032001');
      expect(page.replaceAll('\n', '')).toContain(`Halaman ${n + 1} dari ${sheets}`);
    });
    expect(pages.at(-1)).toContain(`\n${count}\n`);
  });

  it('stays on one sheet with the longest names that there are', async () => {
    const long = 'Raden Ajeng Siti Nurhaliza Kusumawardhani Purnamaningrum Tjokroaminoto Hadiningrat Sastroatmodjo';
    const member = {
      ...card.members[0]!,
      name: long,
      birthPlace: long.slice(0, 60),
      education: long.slice(0, 60),
      occupation: long.slice(0, 60),
      fatherName: long,
      motherName: long,
    };
    const pages = await pagesOf({
      ...card,
      headName: long,
      address: `${long} ${long}`.slice(0, 160),
      members: Array(10).fill(member),
    });
    expect(pages).toHaveLength(1);
  });

  it('without members, with a date that is none or a NIK of fifteen digits is refused', async () => {
    const first = card.members[0]!;
    for (const wrong of [
      { members: [] },
      { members: [{ ...first, birthDate: '1978-02-31' }] },
      { members: [{ ...first, nik: '997101050878900' }] },
    ]) {
      await expect(pagesOf({ ...card, ...wrong } as FamilyCardPaper)).rejects.toMatchObject({
        code: 'document.data_malformed',
      });
    }
  });
});

describe('a biodata sheet and a move letter', () => {
  it('leave out what is not known by a dash, never by a word of the machine', async () => {
    const [page] = pdfPages((await press.compile(biodataTemplate, examples.biodata.data, stamp)).pdf);
    expect(page).toContain('NI WAYAN KUSUMANINGTYAS PURNAMASARI');
    expect(page).toContain('9 JULI 1981');
    expect(page).not.toMatch(/null|none|undefined/);
  });

  it('name both places and all who move, on as many sheets as it takes', async () => {
    const letter = examples.moveLetter.data;
    const [page] = pdfPages((await press.compile(moveLetterTemplate, letter, stamp)).pdf);
    for (const text of [
      letter.number,
      'KABUPATEN CONTOH TIMUR',
      'JALAN MELATI NO. 4',
      '15 DESEMBER 2018',
      'KOTA CONTOH, 11 Desember 2018',
    ]) {
      expect(page).toContain(text);
    }
    const many = { ...letter, members: Array(60).fill(letter.members[1]) };
    const pages = pdfPages((await press.compile(moveLetterTemplate, many, stamp)).pdf);
    expect(pages.join('').match(new RegExp(letter.members[1]!.nik, 'g'))).toHaveLength(60);
    for (const each of pages) expect(each).toContain('SPESIMEN - DATA SIMULASI');
  });
});
