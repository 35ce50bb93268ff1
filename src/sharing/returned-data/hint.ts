/** Hints at the office where the person lives: looked at, taken up in the ordinary way, or dismissed. */
import type { Actor } from '../../core/access/index.ts';
import { elevated, type Tx } from '../../core/db/index.ts';
import { record } from '../../core/ledger/index.ts';
import type { Language } from '../../core/text/index.ts';
import { draftApplication } from '../../register/application/index.ts';
import {
  BLOOD_GROUP,
  EDUCATION,
  getResident,
  MARITAL_STATUS,
  OCCUPATION,
  placeLine,
  RELIGION,
  SEX,
  type CodeTable,
} from '../../register/resident/index.ts';
import type { Resident } from '../../register/resident/schema.ts';
import type { Returnable } from '../partner/index.ts';
import { refuse } from './refusals.ts';
import { ATTRIBUTE_OF, wayOf } from './rules.ts';
import { openSaid } from './sealed.ts';
import type { Hint, HintLine, Said } from './schema.ts';
import { countWaiting, decide, findHint, holdHint, listNames, listOpen, type HintRow } from './sql.ts';

const MOST_LISTED = 200;

async function namesOf(tx: Tx, rows: readonly HintRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.map(({ institutionId }) => institutionId);
  return new Map((await elevated(tx, () => listNames(tx, ids))).map(({ id, name }) => [id, name]));
}

function lineOf(tx: Tx, row: HintRow, name: string, institutions: ReadonlyMap<string, string>): HintLine {
  return {
    id: row.id,
    person: tx.ground.personRefs.of(row.nik),
    name,
    institution: institutions.get(row.institutionId) ?? '–',
    differing: [...row.differing],
    learnedOn: row.learnedOn,
    receivedAt: row.receivedAt.toISOString(),
    place: placeLine(tx, row.villageCode),
  };
}

/** What waits for the office, the longest wait first. To list people is a look at each of them. */
export async function listHints(tx: Tx, actor: Actor): Promise<{ hints: HintLine[]; waiting: number }> {
  const rows = await listOpen(tx, MOST_LISTED);
  const institutions = await namesOf(tx, rows);
  await record(tx, actor, {
    label: 'returned_data.hints_listed',
    subjects: [...new Set(rows.map(({ nik }) => nik))].map((nik) => ({ nik })),
    facts: { n: rows.length },
  });
  return { hints: rows.map((row) => lineOf(tx, row, row.name, institutions)), waiting: await countWaiting(tx) };
}

export async function openHint(tx: Tx, actor: Actor, { id }: { id: string }): Promise<Hint> {
  const row = await findHint(tx, id);
  if (!row) throw refuse('returned_data.hint_not_found');
  const resident = await getResident(tx, row.nik);
  const institutions = await namesOf(tx, [row]);
  await record(tx, actor, {
    label: 'returned_data.hint_opened',
    subjects: [{ nik: row.nik, detail: row.differing.join(',') }],
    facts: { hint: row.id },
  });
  return {
    ...lineOf(tx, row, resident.name, institutions),
    nik: row.nik,
    birthDate: resident.birthDate,
    reference: row.reference,
    state: row.state,
    rows:
      row.sealed === null
        ? []
        : rowsOf(tx, actor.language, resident, { said: openSaid(tx, row.id, row.sealed), differing: row.differing }),
    decision:
      row.decidedAt === null ? null : { at: row.decidedAt.toISOString(), by: row.decidedBy, reason: row.reason! },
    applications: [...row.applications],
  };
}

const TABLES: Readonly<Partial<Record<Returnable, CodeTable>>> = {
  sex: SEX,
  blood_group: BLOOD_GROUP,
  religion: RELIGION,
  marital_status: MARITAL_STATUS,
  education: EDUCATION,
  occupation: OCCUPATION,
};

function rowsOf(
  tx: Tx,
  language: Language,
  resident: Resident,
  { said, differing }: { said: Said; differing: readonly Returnable[] },
): Hint['rows'] {
  return (Object.entries(ATTRIBUTE_OF) as [Returnable, keyof Said][]).flatMap(([element, attribute]) => {
    const value = said[attribute];
    if (value === undefined) return [];
    return [
      {
        element,
        register: registerSays(tx, resident, element, language),
        said: worded(element, value, language),
        differs: differing.includes(element),
      },
    ];
  });
}

function registerSays(tx: Tx, resident: Resident, element: Returnable, language: Language): string | null {
  if (element === 'village') return placeLine(tx, resident.villageCode);
  const value = resident[ATTRIBUTE_OF[element] as keyof Resident] as string | number | null;
  return value === null ? null : worded(element, value, language);
}

function worded(element: Returnable, value: string | number, language: Language): string {
  const table = TABLES[element];
  return table && typeof value === 'number' ? (table.label(value, language) ?? String(value)) : String(value);
}

/** Taken up, it becomes an application at the officer's counter, filled in and not handed in: the person asks, with his proofs, as ever. */
export async function decideHint(
  tx: Tx,
  actor: Actor,
  { id, decision, reason }: { id: string; decision: 'accept' | 'dismiss'; reason: string },
): Promise<{ applications: string[] }> {
  const row = await holdHint(tx, id);
  if (!row) throw refuse('returned_data.hint_not_found');
  if (row.state !== 'open' || row.sealed === null) throw refuse('returned_data.hint_decided');
  const applications = decision === 'accept' ? await open(tx, actor, row) : [];
  const { entryId } = await record(tx, actor, {
    label: decision === 'accept' ? 'returned_data.accepted' : 'returned_data.dismissed',
    subjects: [{ nik: row.nik, detail: row.differing.join(',') }],
    facts: {
      hint: row.id,
      institution: row.institutionId,
      ...(applications.length > 0 && { applications: applications.length }),
    },
  });
  const state = decision === 'accept' ? 'accepted' : 'dismissed';
  await decide(tx, row.id, { state, by: actor.id, reason, applications, entryId });
  return { applications };
}

/** One application for where somebody lives, one for the rest, as there is something to each. */
async function open(tx: Tx, actor: Actor, row: HintRow): Promise<string[]> {
  const said = openSaid(tx, row.id, row.sealed!);
  const resident = await getResident(tx, row.nik);
  const applicant = tx.ground.personRefs.of(row.nik);
  const institution = (await namesOf(tx, [row])).get(row.institutionId) ?? '–';
  const why = tx.ground.speaker.say('id', 'returned_data.application_reason', { institution, day: row.learnedOn });
  const opened: string[] = [];
  const draft = async (kind: ReturnType<typeof wayOf>, details: Record<string, unknown>) => {
    const { id } = await draftApplication(tx, actor, { kind, applicant, subject: null, contact: null, details });
    opened.push(id);
  };
  if (row.differing.some((element) => wayOf(element) === 'address_change'))
    await draft('address_change', { address: addressOf(resident, said), reason: why.slice(0, 60) });
  const rest = row.differing.filter((element) => wayOf(element) === 'biodata.correction');
  if (rest.length > 0) {
    const changes = Object.fromEntries(rest.map((element) => [ATTRIBUTE_OF[element], said[ATTRIBUTE_OF[element]]]));
    await draft('biodata.correction', { person: applicant, seenVersion: resident.version, changes, reason: why });
  }
  return opened;
}

/** A village that was named and not coded is the officer's to find. */
function addressOf(resident: Resident, said: Said) {
  const code = said.village?.replace(/[.\s]/g, '') ?? '';
  return {
    villageCode: /^\d{10}$/.test(code) ? code : resident.villageCode,
    address: said.address ?? resident.address,
    rt: said.rt ?? resident.rt,
    rw: said.rw ?? resident.rw,
    hamlet: null,
    postalCode: null,
  };
}
