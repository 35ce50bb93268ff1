/** What a person takes along: the list as a table, as a paper that carries the log's root, and the proof of one look. */
import { z } from 'zod';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { issueDocument, printed, type PaperKind } from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import { newId } from '../../../core/id/index.ts';
import { latestCheckpoint, proveLook } from '../../../core/ledger/index.ts';
import { writeTable } from '../../../core/table/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { DITJEN_ID, getOffice } from '../../../register/office/index.ts';
import { getResident, masked } from '../../../register/resident/index.ts';
import { instantText } from '../../../core/text/index.ts';
import { listLooks, type Asked } from './list.ts';
import { MOST_IN_FILE, MOST_ON_PAPER } from './rules.ts';
import type { ShownLook } from './schema.ts';

const COLUMNS = ['at', 'who', 'unit', 'what', 'purpose', 'basis', 'fields', 'way', 'entry'] as const;

export async function looksAsCsv(tx: Tx, asked: Asked): Promise<FileAnswer> {
  const say = (key: string) => tx.ground.speaker.say(asked.language, key);
  const { looks } = await listLooks(tx, { ...asked, most: MOST_IN_FILE, mostLookedThrough: MOST_IN_FILE });
  const rows = looks.map((look) => {
    const line = lineOf(look, asked, say);
    return COLUMNS.map((column) => line[column]);
  });
  const columns = COLUMNS.map((column) => say(`citizen.column.${column}`));
  const pieces: Buffer[] = [Buffer.from('\uFEFF')];
  for await (const piece of writeTable({ format: 'csv', columns, rows })) pieces.push(piece);
  const fileName = asked.language === 'id' ? 'siapa-melihat-data-saya.csv' : 'who-looked-at-my-data.csv';
  return { mediaType: 'text/csv; charset=utf-8', fileName, bytes: Buffer.concat(pieces) };
}

type Line = Record<(typeof COLUMNS)[number], string>;

export function lineOf(look: ShownLook, { language }: Pick<Asked, 'language'>, say: (key: string) => string): Line {
  const fields = look.fields.map(
    ({ name, result, score }) => `${name}: ${result === 'score' ? `${score}` : say(`citizen.result.${result}`)}`,
  );
  return {
    at: instantText(language, new Date(look.at), ZONES.WIB),
    who: look.who.name ?? say(`citizen.who.${look.closed ? 'closed' : look.who.is}`),
    unit: look.unit ?? '',
    what: look.what,
    purpose: look.purpose ?? '',
    basis: look.basis ?? '',
    fields: fields.join('; '),
    way: say(`citizen.way.${look.hand === 'assisted' ? 'assisted' : look.way}`),
    entry: look.entryId,
  };
}

const looksShape = z.object({
  title: printed(120),
  holder: printed(120),
  nik: z.string().regex(/^[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}$/),
  made: printed(80),
  log: printed(120),
  size: printed(30),
  root: printed(80),
  heads: z.array(printed(60)).length(5),
  words: z.object({
    nik: printed(60),
    name: printed(60),
    made: printed(60),
    log: printed(120),
    none: printed(200),
    more: printed(200),
  }),
  more: z.boolean(),
  rows: z
    .array(
      z.object({ at: printed(60), who: printed(220), what: printed(260), fields: printed(600), entry: printed(40) }),
    )
    .max(MOST_ON_PAPER),
});
type LooksPaper = z.output<typeof looksShape>;

export const looksPaper: PaperKind<LooksPaper> = {
  code: 60,
  template: { name: 'citizen_looks', source: new URL('looks.typ', import.meta.url), shape: looksShape },
};

/** Set as a paper of the Ditjen: whoever keeps it is a witness of the log as it was. */
export async function looksAsPaper(tx: Tx, actor: Actor, asked: Asked): Promise<FileAnswer> {
  const say = (key: string) => tx.ground.speaker.say(asked.language, key);
  const { looks, next } = await listLooks(tx, { ...asked, most: MOST_ON_PAPER, mostLookedThrough: MOST_IN_FILE });
  const at = await latestCheckpoint(tx);
  const now = tx.ground.clock.now();
  return elevated(tx, async () => {
    const resident = await getResident(tx, asked.nik);
    const { id: officeId, name } = await getOffice(tx, DITJEN_ID);
    const { pdf } = await issueDocument(tx, actor, {
      kind: looksPaper,
      data: {
        title: say('citizen.paper.title'),
        holder: masked(resident.name),
        nik: asked.nik.replaceAll(/(.{4})(?=.)/g, '$1 '),
        made: instantText(asked.language, now, ZONES.WIB),
        log: at?.checkpoint.origin ?? '-',
        size: String(at?.checkpoint.size ?? 0),
        root: at?.checkpoint.root.toString('base64') ?? '-',
        heads: (['at', 'who', 'what', 'fields', 'entry'] as const).map((column) => say(`citizen.column.${column}`)),
        words: {
          nik: 'NIK',
          name: say('citizen.paper.name'),
          made: say('citizen.paper.made'),
          log: say('citizen.paper.log'),
          none: say('citizen.paper.none'),
          more: say('citizen.paper.more'),
        },
        more: next !== null,
        rows: looks.map((look) => paperRow(lineOf(look, asked, say))),
      },
      nik: asked.nik,
      villageCode: resident.villageCode,
      number: `SML-${newId().slice(-12).toUpperCase()}`,
      issuedOn: today(tx.ground.clock, ZONES.WIB),
      office: { id: officeId as Uuid, name },
    });
    const fileName = asked.language === 'id' ? 'siapa-melihat-data-saya.pdf' : 'who-looked-at-my-data.pdf';
    return { mediaType: 'application/pdf', fileName, bytes: pdf };
  });
}

function paperRow(line: Line): LooksPaper['rows'][number] {
  const joined = (...parts: string[]) => drawable(parts.filter((part) => part !== '').join(' · '));
  return {
    at: line.at,
    who: joined(line.who, line.unit).slice(0, 220),
    what: joined(line.what, line.purpose, line.basis, line.way).slice(0, 260),
    fields: joined(line.fields).slice(0, 600),
    entry: line.entry,
  };
}

/** What our fonts lack is left out: a partner's own words may hold anything that prints. */
function drawable(text: string): string {
  return (
    text.replaceAll(/[^\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2013\u2014\u2018\u2019\u201c\u201d]/g, '?').trim() ||
    '-'
  );
}

/** The entry, its place in the log and the person's own commitment, for the verifier that everybody has. */
export async function proofAsFile(tx: Tx, nik: Nik, look: ShownLook): Promise<FileAnswer> {
  const proof = await elevated(tx, () => proveLook(tx, nik, look.entryId as Uuid, { closed: look.closed }));
  return {
    mediaType: 'application/json',
    fileName: `bukti-${look.entryId}.json`,
    bytes: Buffer.from(`${JSON.stringify(proof, null, 2)}\n`),
  };
}
