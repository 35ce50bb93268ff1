/** Everything that the register holds about a person, each with who gave it: read where it lies, said in words. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import { listPapers } from '../../../core/document/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import type { Language } from '../../../core/text/index.ts';
import { listCardsOf, findContact } from '../../../cards/card/index.ts';
import { maskedContact } from '../../../cards/card/holder/rules.ts';
import { uidText } from '../../../cards/blank/index.ts';
import { getCard, listMembershipsOf } from '../../../register/family/index.ts';
import {
  BLOOD_GROUP,
  EDUCATION,
  ELEMENTS,
  FAMILY_RELATION,
  getResident,
  listHistory,
  listParentNames,
  MARITAL_STATUS,
  OCCUPATION,
  placeLine,
  RELIGION,
  SEX,
  type CodeTable,
  type Element,
  type Resident,
} from '../../../register/resident/index.ts';
import { listLocks } from '../../verification/index.ts';
import { listOfficeNames } from '../look/sql.ts';
import type { DataRow, DataSection } from './schema.ts';
import { listApplications, listRecordings } from './sql.ts';

const TABLES: Readonly<Partial<Record<Element, CodeTable>>> = {
  sex: SEX,
  bloodGroup: BLOOD_GROUP,
  religion: RELIGION,
  maritalStatus: MARITAL_STATUS,
  education: EDUCATION,
  occupation: OCCUPATION,
};
/** Parents are told by their names, which lie sealed; their numbers are theirs. */
const NOT_SHOWN: readonly Element[] = [
  'motherNik',
  'fatherNik',
  'villageCode',
  'address',
  'rt',
  'rw',
  'hamlet',
  'previousAddress',
];
const AT: readonly Element[] = ['address', 'rt', 'rw', 'hamlet', 'previousAddress'];

interface Saying {
  readonly language: Language;
  readonly say: (key: string, values?: Record<string, string>) => string;
  readonly day: (date: string) => string;
}

/** `represented`: without the cards and the contact, which are a way in and its holder's alone. */
export async function gatherData(
  tx: Tx,
  nik: Nik,
  language: Language,
  whose: 'own' | 'represented' = 'own',
): Promise<DataSection[]> {
  const say: Saying['say'] = (key, values) => tx.ground.speaker.say(language, key, values);
  const saying: Saying = { language, say, day: (date) => date.slice(0, 10).split('-').toReversed().join('-') };
  return elevated(tx, async () => {
    const resident = await getResident(tx, nik);
    const sources = await sourcesOf(tx, nik, saying);
    return [
      await person(tx, resident, sources, saying),
      address(tx, resident, sources, saying),
      await family(tx, nik, saying),
      await body(tx, nik, saying),
      ...(whose === 'own' ? [await cards(tx, nik, saying)] : []),
      await papers(tx, nik, saying),
      await applications(tx, nik, saying),
      ...(whose === 'own' ? [await services(tx, nik, saying)] : []),
    ];
  });
}

type Sources = (element: Element) => string | null;

/** The last act that said each element: what it was, when it was entered, and at which office. */
async function sourcesOf(tx: Tx, nik: Nik, { say, day }: Saying): Promise<Sources> {
  const history = await listHistory(tx, nik);
  const offices = await listOfficeNames(
    tx,
    history.flatMap(({ officeId }) => officeId ?? []),
  );
  const said = history
    .toSorted((a, b) => a.version - b.version)
    .map((act) => {
      const key = `citizen.act.${act.kind}`;
      const what = say(tx.ground.speaker.has(key) ? key : 'citizen.act.other');
      const where = act.officeId === null ? null : (offices.get(act.officeId) ?? null);
      const text = [what, day(act.recordedAt.toISOString()), where].filter((part) => part !== null).join(', ');
      return { text, elements: Array.isArray(act.delta) ? null : Object.keys(act.delta as object) };
    });
  return (element) => said.findLast(({ elements }) => elements === null || elements.includes(element))?.text ?? null;
}

async function person(tx: Tx, resident: Resident, source: Sources, saying: Saying): Promise<DataSection> {
  const { say } = saying;
  const parents = (await listParentNames(tx, [resident.nik])).get(resident.nik);
  const shown = ELEMENTS.filter((element) => !NOT_SHOWN.includes(element));
  const rows: DataRow[] = [
    { label: 'NIK', value: resident.nik, source: null },
    ...shown.flatMap((element) => rowOf(resident, element, source, saying)),
    ...(['motherName', 'fatherName'] as const).flatMap((name) =>
      parents?.[name] ? [{ label: say(`citizen.element.${name}`), value: parents[name], source: null }] : [],
    ),
  ];
  return { key: 'person', title: say('citizen.section.person'), rows };
}

function rowOf(resident: Resident, element: Element, source: Sources, saying: Saying): DataRow[] {
  const value = wordsOf(resident[element], element, saying);
  if (value === null) return [];
  return [{ label: saying.say(`citizen.element.${element}`), value, source: source(element) }];
}

function wordsOf(value: unknown, element: Element, { language, say, day }: Saying): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return say(value ? 'citizen.yes' : 'citizen.no');
  if (element === 'state') return say(`citizen.state.${String(value)}`);
  if (typeof value === 'number') return TABLES[element]?.label(value, language) ?? String(value);
  if (element === 'nationality' && value === 'IDN') return say('citizen.national');
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text;
}

function address(tx: Tx, resident: Resident, source: Sources, saying: Saying): DataSection {
  const { say } = saying;
  const place = placeLine(tx, resident.villageCode);
  return {
    key: 'address',
    title: say('citizen.section.address'),
    rows: [
      ...AT.flatMap((element) => rowOf(resident, element, source, saying)),
      { label: say('citizen.element.villageCode'), value: place, source: source('villageCode') },
    ],
  };
}

async function family(tx: Tx, nik: Nik, { say, day, language }: Saying): Promise<DataSection> {
  const rows: DataRow[] = [];
  for (const { familyCard, relation, validFrom } of await listMembershipsOf(tx, [nik])) {
    const card = await getCard(tx, familyCard);
    rows.push(
      { label: say('citizen.family.number'), value: familyCard, source: say('citizen.since', { day: day(validFrom) }) },
      {
        label: say('citizen.family.relation'),
        value: FAMILY_RELATION.label(relation, language) ?? String(relation),
        source: null,
      },
      { label: say('citizen.family.issued'), value: day(card.issuedOn), source: null },
    );
  }
  return { key: 'family', title: say('citizen.section.family'), rows };
}

/** That it is held and since when; the pictures themselves lie under the person's own key and leave only with him, at the counter. */
async function body(tx: Tx, nik: Nik, { say, day }: Saying): Promise<DataSection> {
  const rows = (await listRecordings(tx, nik)).map(({ recordedOn, office }) => ({
    label: say('citizen.body.recorded'),
    value: recordedOn ? day(recordedOn) : say('citizen.unknown'),
    source: office,
  }));
  return { key: 'body', title: say('citizen.section.body'), rows };
}

async function cards(tx: Tx, nik: Nik, { say, day }: Saying): Promise<DataSection> {
  const rows = (await listCardsOf(tx, [nik])).map(({ serial, uid, state, printedOn }) => ({
    label: say('citizen.card', { serial: serial === null ? '-' : String(serial) }),
    value: `${say(`citizen.card.${state}`)}${uid === null ? '' : ` · ${say('citizen.card.chip', { uid: uidText(uid) })}`}`,
    source: say('citizen.card.printed', { day: day(printedOn) }),
  }));
  return { key: 'cards', title: say('citizen.section.cards'), rows };
}

async function papers(tx: Tx, nik: Nik, { say, day }: Saying): Promise<DataSection> {
  const rows = (await listPapers(tx, nik)).map(({ kind, number, issuedOn, officeName, state }) => {
    const key = `citizen.paper.kind.${kind}`;
    return {
      label: say(tx.ground.speaker.has(key) ? key : 'citizen.paper.kind.other'),
      value: `${number} · ${say(`citizen.paper.state.${state}`)}`,
      source: `${officeName}, ${day(issuedOn)}`,
    };
  });
  return { key: 'papers', title: say('citizen.section.papers'), rows };
}

async function applications(tx: Tx, nik: Nik, { say, day }: Saying): Promise<DataSection> {
  const rows = (await listApplications(tx, nik)).map(({ number, state, office, submittedAt }) => ({
    label: number,
    value: say(`citizen.application.${state}`),
    source: [office, submittedAt && day(submittedAt.toISOString())].filter(Boolean).join(', '),
  }));
  return { key: 'applications', title: say('citizen.section.applications'), rows };
}

async function services(tx: Tx, nik: Nik, { say, day }: Saying): Promise<DataSection> {
  const contact = await findContact(tx, nik);
  const locks = await listLocks(tx, nik);
  return {
    key: 'services',
    title: say('citizen.section.services'),
    rows: [
      ...(contact ? [{ label: say('citizen.contact'), value: maskedContact(contact), source: null }] : []),
      ...locks.map(({ lock, setAt, until }) => ({
        label: say('citizen.lock'),
        value: say(`citizen.lock.${lock}`),
        source: say(until ? 'citizen.lock.until' : 'citizen.lock.since', {
          day: day((until ?? setAt).toISOString()),
        }),
      })),
    ],
  };
}
