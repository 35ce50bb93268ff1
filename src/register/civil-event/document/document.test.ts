import { afterAll, describe, expect, it } from 'vitest';
import { openPress, type Template } from '../../../core/document/index.ts';
import { pdfPages } from '../../../core/document/given-pdf-text.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { examples } from './examples.ts';
import { birthCertificateTemplate, type BirthCertificatePaper } from './index.ts';

const press = openPress({ specimen: true });
afterAll(() => press.close());

const stamp = { issuedOn: asCivilDate('2018-12-11'), documentId: 'an-id', qrText: 'https://contoh.id/periksa/x' };
const textOf = async <Data>(template: Template<Data>, data: Data) => {
  const pages = pdfPages((await press.compile(template, data, stamp)).pdf);
  expect(pages).toHaveLength(1);
  return pages[0]!;
};
const birth = (change: Partial<BirthCertificatePaper>) =>
  textOf(birthCertificateTemplate, { ...examples.birth.data, ...change });

describe('an excerpt of a deed', () => {
  it('speaks Indonesian with English subtitles and says the deed number, day and office', async () => {
    const text = await birth({});
    for (const part of [
      'KUTIPAN AKTA KELAHIRAN',
      'Excerpt of Birth Certificate',
      '9971-LU-12032018-0001',
      '9971015203189001',
      'AYU LESTARI SETIAWAN',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('12 MARET 2018');
    expect(text).toContain('dua belas Maret dua ribu delapan belas');
    expect(text).toContain('KEDUA (2)');
    expect(text).toContain('11 Desember 2018');
    expect(text).toContain('11 December 2018');
  });

  it('of a birth says by its own sentence whether the parents are married, unrecorded, a mother alone or unknown', async () => {
    expect(await birth({})).toContain('suami-istri yang perkawinannya tercatat');
    const unrecorded = await birth({ parents: { bond: 'unrecorded', father: 'Bambang', mother: 'Sari' } });
    expect(unrecorded).toContain('belum tercatat sesuai dengan peraturan perundang-undangan');
    const mother = await birth({ parents: { bond: 'mother', mother: 'Sari Dewi' } });
    expect(mother).toContain('dari seorang ibu');
    expect(mother).toContain('SARI DEWI');
    expect(mother).not.toMatch(/ayah|father|suami/);
    const unknown = await birth({ parents: { bond: 'unknown' } });
    expect(unknown).toContain('orang tuanya tidak diketahui');
    expect(unknown).not.toMatch(/ayah|seorang ibu/);
  });

  it('of a death, marriage or divorce names everybody in it on one page', async () => {
    const death = await textOf(examples.death.template, examples.death.data);
    for (const part of ['SUKARNO HADIWIJAYA', 'telah meninggal dunia', '1 NOVEMBER 2018'])
      expect(death).toContain(part);
    const marriage = await textOf(examples.marriage.template, examples.marriage.data);
    expect(marriage).toMatch(/untuk istri:\s*MARIA GORETTI WIJAYANTI/);
    for (const part of ['PARLINDUNGAN SINAGA', 'MARIA GORETTI WIJAYANTI', 'KATHOLIK', '20 OKTOBER 2018'])
      expect(marriage).toContain(part);
    const divorce = await textOf(examples.divorce.template, examples.divorce.data);
    for (const part of ['PENGADILAN NEGERI KOTA CONTOH', '99/Pdt.G/2018/PN Cth', '9971-KW-20102014-0003'])
      expect(divorce).toContain(part);
  });

  it('of a recognition or legitimation names child, parents and by what; a letter of stillbirth says that nobody is registered', async () => {
    const recognised = await textOf(examples.recognition.template, examples.recognition.data);
    for (const part of ['KUTIPAN AKTA PENGAKUAN ANAK', 'AYU LESTARI SETIAWAN', 'BAMBANG SETIAWAN', 'F-2.05/12/2018'])
      expect(recognised).toContain(part);
    expect(recognised).not.toContain('penetapan pengadilan');
    const legitimated = await textOf(examples.legitimation.template, examples.legitimation.data);
    for (const part of ['KUTIPAN AKTA PENGESAHAN ANAK', '9971-KW-20102018-0003', '12/Pdt.P/2018/PN Cth'])
      expect(legitimated).toContain(part);
    const stillborn = await textOf(examples.stillbirth.template, examples.stillbirth.data);
    for (const part of ['SURAT KETERANGAN LAHIR MATI', '31 MINGGU', 'Surat ini dikeluarkan', 'tidak mendapat NIK'])
      expect(stillborn).toContain(part);
    expect(stillborn).not.toMatch(/ayah|Kutipan/);
  });

  it('stays on one page with the longest names', async () => {
    const long = 'Raden Ajeng Siti Nurhaliza Kusumawardhani Purnamaningrum Tjokroaminoto Hadiningrat Sastroatmodjo';
    const spouse = {
      ...examples.divorce.data.husband,
      name: long,
      birthPlace: long.slice(0, 60),
      fatherName: long,
      motherName: long,
    };
    await textOf(examples.divorce.template, { ...examples.divorce.data, husband: spouse, wife: spouse, court: long });
  });
});
