import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { givenDatabase } from '../../../test/given/database.ts';
import { type Actor, publicActor, systemActor } from '../access/index.ts';
import { type Ground, openDatabase, type Tx } from '../db/index.ts';
import { folderDriver } from '../file/index.ts';
import { givenSealer } from '../file/given-sealer.ts';
import { asNik, newId } from '../id/index.ts';
import { asCivilDate, storyClock } from '../time/index.ts';
import { en } from './en.ts';
import { givenTemplate } from './given-template.ts';
import { id as indonesian } from './id.ts';
import {
  cancelDocument,
  checkDocument,
  encodeQr,
  issueDocument,
  listPapers,
  openDocument,
  openPress,
  type PaperDesk,
  paperKinds,
  papersFollow,
  parseQr,
  replaceDocument,
  verifyQr,
} from './index.ts';
import { refusals } from './refusals.ts';

const kind = { code: 200, template: givenTemplate };
const keys = generateKeyPairSync('ed25519');
const publicKey = Buffer.from(keys.publicKey.export({ format: 'jwk' }).x!, 'base64url');
const checkpoint = { size: 4_711_000_000, root: randomBytes(32) };
const papers: PaperDesk = {
  press: openPress({ specimen: true }),
  host: 'periksa.contoh.id',
  issuer: { origin: 'log.contoh.id', publicKey },
  sign: (message) => sign(null, message, keys.privateKey),
  formerIssuers: [],
  checkpoint: async () => checkpoint,
  kinds: paperKinds([kind]),
};
const given = await givenDatabase();
const { connection } = given;
const files = { driver: folderDriver(mkdtempSync(join(tmpdir(), 'papers-'))), sealer: givenSealer() };
const clock = storyClock(new Date('2018-12-11T09:00:00Z'));
const database = openDatabase({ connection, ground: { clock, files, papers } as unknown as Ground });
afterAll(async () => {
  await papers.press.close();
  await database.close();
  await given.drop();
});

const office = { id: newId(), name: 'Dinas Dukcapil Kota Contoh' };
const officer = (code: string, officeId = newId()): Actor => ({
  ...systemActor('test'),
  kind: 'officer',
  id: newId(),
  officeId,
  jurisdiction: { code },
});
const here = officer('997101', office.id);
const elsewhere = officer('8803');
const app = <Result>(actor: Actor, work: (tx: Tx) => Promise<Result>) => database.transact('app', actor, work);
const asPublic = <Result>(work: (tx: Tx) => Promise<Result>) => app(publicActor('id'), work);

const nik = asNik('9971010508789001');
const paper = {
  kind,
  data: { title: 'Surat uji', pages: 1, number: 12 },
  nik,
  villageCode: '9971011001',
  number: '470.13/11176/SJ',
  issuedOn: asCivilDate('2018-12-11'),
  office,
};
const issue = () => app(here, (tx) => issueDocument(tx, here, paper));

describe('a paper', () => {
  it('is kept byte for byte as it was issued', async () => {
    const issued = await issue();
    const opened = await app(here, (tx) => openDocument(tx, issued.id));
    expect(opened.pdf.equals(issued.pdf)).toBe(true);
    expect(opened).toMatchObject({ kind: 'given', number: paper.number, nik });
    expect((await app(here, (tx) => listPapers(tx, nik)))[0]).toMatchObject({
      id: issued.id,
      state: 'valid',
      issuedOn: '2018-12-11',
    });
  });

  it('carries the log of its hour, so that it is a witness', async () => {
    const { qrText } = await issue();
    const read = parseQr(qrText)!;
    expect(verifyQr(read, papers.issuer)).toBe(true);
    expect(read.checkpoint).toEqual(checkpoint);
    expect((await asPublic((tx) => checkDocument(tx, { qr: qrText }))).checkpoint).toEqual({
      origin: 'log.contoh.id',
      ...checkpoint,
    });
  });

  it('is found genuine and valid by anybody, who learns nothing personal', async () => {
    const { id, qrText } = await issue();
    const checked = await asPublic((tx) => checkDocument(tx, { qr: qrText }));
    expect(checked).toEqual({
      documentId: id,
      genuine: true,
      state: 'valid',
      kind: 'given',
      issuedOn: '2018-12-11',
      office: office.name,
      replacedBy: null,
      endedOn: null,
      numberAgrees: null,
      checkpoint: { origin: 'log.contoh.id', ...checkpoint },
    });
    expect(JSON.stringify(checked)).not.toContain(nik);
  });

  it('with a copied code is found by the number that stands on it', async () => {
    const { qrText } = await issue();
    const agrees = async (number: string) =>
      (await asPublic((tx) => checkDocument(tx, { qr: qrText, number }))).numberAgrees;
    expect(await agrees('470.13/11176/sj ')).toBe(true);
    expect(await agrees('470.13/11177/SJ')).toBe(false);
  });

  it('asked for by its id alone is not said to be genuine', async () => {
    const { id } = await issue();
    expect(await asPublic((tx) => checkDocument(tx, { id }))).toMatchObject({
      genuine: null,
      state: 'valid',
      checkpoint: null,
    });
    expect(await asPublic((tx) => checkDocument(tx, { id: newId() }))).toMatchObject({
      genuine: null,
      state: 'unknown',
      kind: null,
    });
  });

  it('with a forged code is not genuine and says nothing of the real one', async () => {
    const { qrText } = await issue();
    const forger = generateKeyPairSync('ed25519');
    const forged = encodeQr(papers.host, papers.issuer, parseQr(qrText)!, (message) =>
      sign(null, message, forger.privateKey),
    );
    expect(await asPublic((tx) => checkDocument(tx, { qr: forged }))).toMatchObject({
      genuine: false,
      state: 'unknown',
      office: null,
    });
    await expect(asPublic((tx) => checkDocument(tx, { qr: 'https://contoh.id/periksa/x' }))).rejects.toMatchObject({
      code: 'document.code_unreadable',
    });
  });

  it('signed by our key but not in the register, or changed in the register, is not genuine', async () => {
    const { qrText } = await issue();
    const content = parseQr(qrText)!;
    const unknown = encodeQr(papers.host, papers.issuer, { ...content, documentId: newId() }, papers.sign);
    expect(await asPublic((tx) => checkDocument(tx, { qr: unknown }))).toMatchObject({
      genuine: false,
      state: 'unknown',
    });
    const other = encodeQr(papers.host, papers.issuer, { ...content, contentHash: randomBytes(16) }, papers.sign);
    expect(await asPublic((tx) => checkDocument(tx, { qr: other }))).toMatchObject({ genuine: false });
    const older = encodeQr(
      papers.host,
      papers.issuer,
      { ...content, checkpoint: { ...checkpoint, size: 1 } },
      papers.sign,
    );
    expect(await asPublic((tx) => checkDocument(tx, { qr: older }))).toMatchObject({ genuine: false });
  });

  it('signed by a former key stays genuine', async () => {
    const { qrText } = await issue();
    const next = {
      ...papers,
      issuer: { origin: 'log.contoh.id', publicKey: randomBytes(32) },
      formerIssuers: [papers.issuer],
    };
    const later = openDatabase({ connection, ground: { clock, files, papers: next } as unknown as Ground });
    const checked = await later.transact('app', publicActor('id'), (tx) => checkDocument(tx, { qr: qrText }));
    await later.close();
    expect(checked.genuine).toBe(true);
  });

  it('that was replaced names its successor, and is replaced once', async () => {
    const first = await issue();
    const second = await app(here, (tx) => replaceDocument(tx, here, first.id, paper));
    const checked = await asPublic((tx) => checkDocument(tx, { qr: first.qrText }));
    expect(checked).toMatchObject({
      genuine: true,
      state: 'replaced',
      replacedBy: second.id,
      endedOn: '2018-12-11',
    });
    await expect(app(here, (tx) => replaceDocument(tx, here, first.id, paper))).rejects.toMatchObject({
      code: 'document.not_valid',
    });
    await expect(app(here, (tx) => cancelDocument(tx, first.id, 'salah'))).rejects.toMatchObject({
      code: 'document.not_valid',
    });
  });

  it('that was cancelled says so, though its code is genuine', async () => {
    const { id, qrText } = await issue();
    await app(here, (tx) => cancelDocument(tx, id, 'salah cetak'));
    expect(await asPublic((tx) => checkDocument(tx, { qr: qrText }))).toMatchObject({
      genuine: true,
      state: 'cancelled',
    });
  });

  it('is neither seen nor ended from another region, and goes with the person who moves', async () => {
    const { id } = await issue();
    await expect(app(elsewhere, (tx) => openDocument(tx, id))).rejects.toMatchObject({ code: 'document.not_found' });
    await expect(app(elsewhere, (tx) => cancelDocument(tx, id, 'x'))).rejects.toMatchObject({
      code: 'document.not_found',
    });
    await app(here, (tx) => papersFollow(tx, [{ nik, villageCode: '8803022004' }]));
    expect((await app(elsewhere, (tx) => listPapers(tx, nik))).map((each) => each.id)).toContain(id);
    await app(elsewhere, (tx) => papersFollow(tx, [{ nik, villageCode: '9971011001' }]));
  });

  it('of a transaction that failed was never issued', async () => {
    let text = '';
    const failing = app(here, async (tx) => {
      text = (await issueDocument(tx, here, paper)).qrText;
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await asPublic((tx) => checkDocument(tx, { qr: text }))).toMatchObject({ genuine: false, state: 'unknown' });
  });
});

it('two kinds of paper never share a number', () => {
  expect(() => paperKinds([kind, { code: 200, template: { name: 'other' } }])).toThrow('share the number 200');
});

it('every refusal has its text in both languages', () => {
  expect(Object.keys(en)).toEqual(Object.keys(indonesian));
  for (const code of Object.keys(refusals)) expect(indonesian).toHaveProperty([code]);
});
