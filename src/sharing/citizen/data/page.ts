/** "Data saya": what the register holds about the person, to read and to take along. */
import { z } from 'zod';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { issueDocument, printed, type PaperKind } from '../../../core/document/index.ts';
import { Download, type FileAnswer, type PublicRequest } from '../../../core/http/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { latestCheckpoint, record } from '../../../core/ledger/index.ts';
import { writeTable } from '../../../core/table/index.ts';
import { instantText, type Language } from '../../../core/text/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { DITJEN_ID, getOffice } from '../../../register/office/index.ts';
import { getResident } from '../../../register/resident/index.ts';
import { concerning } from '../hand.ts';
import { noteLook, personPage, type Whose } from '../representation/whose.ts';
import { gatherData } from './gather.ts';
import type { DataPage, DataSection } from './schema.ts';

export const dataPage = personPage<DataPage>({ path: '/warga/data', component: 'citizen-data', load: loadData });

async function loadData(tx: Tx, { actor, query, language }: PublicRequest, whose: Whose): Promise<DataPage | Download> {
  const { nik, hand, acting } = whose;
  const wanted = query['berkas'] ?? '';
  const files = wanted in FILES;
  if (files)
    await record(tx, actor, {
      label: 'citizen.data_taken',
      subjects: concerning(nik, hand),
      facts: { form: wanted },
    });
  else await noteLook(tx, actor, whose, 'data');
  const sections = await gatherData(tx, nik, language, acting ? 'represented' : 'own');
  if (!files) return { sections };
  return new Download(await FILES[wanted as keyof typeof FILES](tx, { actor, nik, language, sections }));
}

interface Taking {
  readonly actor: Actor;
  readonly nik: Nik;
  readonly language: Language;
  readonly sections: readonly DataSection[];
}

const FILES = { json: asJson, csv: asCsv, pdf: asPaper } as const;

/** As the person's own page gives it, for who stands at the counter. */
export async function dataAsPaper(
  tx: Tx,
  actor: Actor,
  { nik, language }: { nik: Nik; language: Language },
): Promise<FileAnswer> {
  return asPaper(tx, { actor, nik, language, sections: await gatherData(tx, nik, language) });
}

const nameOf = (language: Language, ending: string) => `${language === 'id' ? 'data-saya' : 'my-data'}.${ending}`;

async function asJson(_tx: Tx, { language, sections }: Taking): Promise<FileAnswer> {
  const bytes = Buffer.from(`${JSON.stringify({ format: 'jatidiri/my-data/1', language, sections }, null, 2)}\n`);
  return { mediaType: 'application/json', fileName: nameOf(language, 'json'), bytes };
}

async function asCsv(tx: Tx, { language, sections }: Taking): Promise<FileAnswer> {
  const say = (key: string) => tx.ground.speaker.say(language, key);
  const columns = ['section', 'label', 'value', 'source'].map((column) => say(`citizen.data.${column}`));
  const rows = sections.flatMap(({ title, rows: lines }) =>
    lines.map(({ label, value, source }) => [title, label, value, source ?? '']),
  );
  const pieces: Buffer[] = [Buffer.from('\uFEFF')];
  for await (const piece of writeTable({ format: 'csv', columns, rows })) pieces.push(piece);
  return { mediaType: 'text/csv; charset=utf-8', fileName: nameOf(language, 'csv'), bytes: Buffer.concat(pieces) };
}

const paperShape = z.object({
  title: printed(120),
  made: printed(120),
  log: printed(160),
  root: printed(80),
  sections: z
    .array(
      z.object({
        title: printed(120),
        none: printed(120),
        rows: z.array(z.object({ label: printed(160), value: printed(400), source: printed(300) })).max(300),
      }),
    )
    .max(12),
});
type DataPaper = z.output<typeof paperShape>;

export const dataPaper: PaperKind<DataPaper> = {
  code: 61,
  template: { name: 'citizen_data', source: new URL('data.typ', import.meta.url), shape: paperShape },
};

async function asPaper(tx: Tx, { actor, nik, language, sections }: Taking): Promise<FileAnswer> {
  const say = (key: string) => tx.ground.speaker.say(language, key);
  const at = await latestCheckpoint(tx);
  const { pdf } = await elevated(tx, async () => {
    const resident = await getResident(tx, nik);
    const { id: officeId, name } = await getOffice(tx, DITJEN_ID);
    return issueDocument(tx, actor, {
      kind: dataPaper,
      data: {
        title: say('citizen.data.title'),
        made: `${say('citizen.paper.made')}: ${instantText(language, tx.ground.clock.now(), ZONES.WIB)}`,
        log: `${say('citizen.paper.log')}: ${at?.checkpoint.origin ?? '-'} · ${at?.checkpoint.size ?? 0}`,
        root: at?.checkpoint.root.toString('base64') ?? '-',
        sections: sections.map(({ title, rows }) => ({
          title,
          none: say('citizen.data.none'),
          rows: rows.slice(0, 300).map(({ label, value, source }) => ({
            label: drawable(label, 160),
            value: drawable(value, 400),
            source: drawable(source ?? '-', 300),
          })),
        })),
      },
      nik,
      villageCode: resident.villageCode,
      number: `DS-${newId().slice(-12).toUpperCase()}`,
      issuedOn: today(tx.ground.clock, ZONES.WIB),
      office: { id: officeId as Uuid, name },
    });
  });
  return { mediaType: 'application/pdf', fileName: nameOf(language, 'pdf'), bytes: pdf };
}

const drawable = (text: string, most: number): string =>
  text
    .replaceAll(/[^\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2013\u2014\u2018\u2019\u201c\u201d]/g, '?')
    .trim()
    .slice(0, most) || '-';
