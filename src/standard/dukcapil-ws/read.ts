/** A client's question in the house's own terms. Pure: what regions are called is given. */
import type { Nik } from '../../core/id/index.ts';
import { isAnchor, namesRegion, type Attribute } from '../../sharing/verification/index.ts';
import { givenShape, LEAST_ATTRIBUTES, ownWord, type Item } from '../../sharing/verification/schema.ts';
import { FIELDS, NUMBERED, type Sent } from './fields.ts';
import { refuse } from './refusals.ts';

export type RegionNames = (code: string) => string | undefined;

/** A field of the reply. `wrong`: it cannot match anybody, whoever is meant; it was not compared. */
export interface Asked {
  /** As the client wrote it. */
  readonly as: string;
  readonly attribute: Attribute;
  readonly wrong: boolean;
}

export interface Question {
  readonly item: Item;
  readonly asked: readonly Asked[];
  /** 0 to 100; 0 where the client names none. */
  readonly threshold: number;
  readonly nikAs: string;
}

/**
 * Refuses a number that is no NIK and too little to compare. What is said of one field alone and cannot be read (a day that is on no
 * calendar, an occupation that nobody has) refuses nothing: it matches nobody, as it did before.
 */
export function readQuestion(
  sent: ReadonlyMap<string, Sent>,
  { regionName, reference }: { regionName: RegionNames; reference: string },
): Question {
  const nik = sent.get('NIK');
  if (!nik) throw refuse('dukcapil_ws.incomplete');
  if (!/^[0-9]{16}$/.test(nik.text)) throw refuse('dukcapil_ws.nik');
  const attributes: Record<string, unknown> = {};
  const asked: Asked[] = [];
  const take = (as: string, attribute: Attribute, text: string) => {
    // Of two names of one attribute the first counts.
    if (attribute in attributes) return;
    const value = valueOf(attribute, text);
    if (value !== undefined) attributes[attribute] = value;
    asked.push({ as, attribute, wrong: value === undefined });
  };
  for (const [name, attribute] of Object.entries(FIELDS)) {
    const field = sent.get(name);
    if (field) take(field.as, attribute, textOf(attribute, field.text));
  }
  for (const { as, level, code } of numberedIn(sent)) {
    const name = sent.get(nameField(level));
    // Number and name of one region are one question: the name is compared, and a number that means another region matches nobody.
    if (!name) take(as, level, code);
    else asked.push({ as, attribute: level, wrong: !namesRegion(level, code, name.text, regionName(code)) });
  }
  const names = Object.keys(attributes) as Attribute[];
  if (names.length < LEAST_ATTRIBUTES || !names.some(isAnchor)) throw refuse('dukcapil_ws.incomplete');
  const own = ownWord(64).safeParse(sent.get('TRANSACTIONID')?.text);
  return {
    item: {
      nik: nik.text as Nik,
      attributes: attributes as Item['attributes'],
      reference: own.success ? own.data : reference,
    },
    asked,
    threshold: thresholdIn(sent.get('TRESHOLD')),
    nikAs: nik.as,
  };
}

function valueOf(attribute: Attribute, text: string): unknown {
  const read = givenShape.shape[attribute].safeParse(text);
  return read.success ? read.data : undefined;
}

function textOf(attribute: Attribute, text: string): string {
  return attribute === 'birthDate' ? dayIn(text) : text;
}

/** `05-08-1990`, `5/8/1990`, or as ISO 8601 has it, also with an hour behind it. */
function dayIn(text: string): string {
  const [day] = text.split(/[ T]/) as [string];
  const [, d, m, y] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(day) ?? [];
  const [, year = y, month = m, date = d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day) ?? [];
  return year && month && date ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
}

/** Numbers of regions with those above them before them; a number without them says nothing. */
function numberedIn(sent: ReadonlyMap<string, Sent>) {
  const found: { as: string; level: (typeof NUMBERED)[number]['level']; code: string }[] = [];
  let above = '';
  for (const { field, level, digits } of NUMBERED) {
    const number = sent.get(field);
    if (!number || !/^\d+$/.test(number.text)) break;
    above += number.text.padStart(digits, '0');
    found.push({ as: number.as, level, code: above });
  }
  return found;
}

const NAME_FIELDS = { province: 'PROP_NAME', regency: 'KAB_NAME', district: 'KEC_NAME', village: 'KEL_NAME' } as const;
const nameField = (level: keyof typeof NAME_FIELDS) => NAME_FIELDS[level];

function thresholdIn(sent: Sent | undefined): number {
  const number = Number(sent?.text.replace(/\s*%$/, '') ?? 0);
  // A likeness is told in steps of ten: of a step that is not reached whole the next one is wanted.
  return Number.isFinite(number) ? Math.min(100, Math.max(0, Math.ceil(number / 10) * 10)) : 100;
}
