/** The press text that all this began with, held against the nation of the demo: at its end, and as a part of its recount. */
import { existsSync, readFileSync } from 'node:fs';
import { systemActor } from '../core/access/index.ts';
import { checkedLines, checkText, type CheckedText } from '../insight/statement/index.ts';
import type { OpenRegister } from './register.ts';

/** It is not ours to ship: beside the project it may lie, and where it does not the demo says so. */
const PLACES = ['../shared/data/press/2018-12-11.txt', '../../shared/data/press/2018-12-11.txt'];

type Claim = CheckedText['claims'][number];

/** What must come out of it, whatever the size of the nation. */
const EXPECTED: readonly Pick<Claim, 'value' | 'verdict'>[] = [
  { value: 2_158, verdict: 'one_of_several' },
  { value: '2011, 2012, 2013', verdict: 'contradicted' },
  { value: 'UU 23/2013', verdict: 'contradicted' },
  { value: 'oknum tertentu', verdict: 'not_checkable' },
  { value: null, verdict: 'not_checkable' },
  { value: 97.3, verdict: 'with_denominator' },
  { value: 42, verdict: 'borne_out' },
  { value: 1_130, verdict: 'borne_out' },
  { value: 576, verdict: 'borne_out' },
  { value: 313, verdict: 'borne_out' },
];

/** Sentences about verdicts that came out otherwise; none where the text is not at hand. */
export async function pressAgrees(register: OpenRegister): Promise<string[]> {
  const checked = await checkPress(register);
  if (!checked) return [];
  return EXPECTED.flatMap(({ value, verdict }) => {
    const claim = checked.claims.find((each) => each.value === value && (value !== null || each.kind === 'police'));
    if (claim?.verdict === verdict) return [];
    return [`the press text: ${value ?? 'the police'} should be ${verdict}, it is ${claim?.verdict ?? 'not found'}`];
  });
}

/** Lines for the terminal, in Indonesian; the page says the same in both languages. */
export async function pressCheckLines(register: OpenRegister): Promise<string[]> {
  const checked = await checkPress(register);
  if (!checked)
    return [
      'Siaran pers 11 Desember 2018 tidak ada di sini; teks apa pun dapat diperiksa di /periksa-pernyataan.',
      'The press text of 11 December 2018 is not at hand; any text can be checked at /periksa-pernyataan.',
    ];
  return [
    'Siaran pers 11 Desember 2018 diperiksa / the press text of 11 December 2018, checked:',
    ...checkedLines(register.house.speaker, checked, 'id').map((line) => `  ${line}`),
  ];
}

async function checkPress({ house }: OpenRegister): Promise<CheckedText | null> {
  const place = PLACES.find((each) => existsSync(each));
  if (!place) return null;
  const text = readFileSync(place, 'utf8');
  return house.database.transact('system', systemActor('statement'), (tx) => checkText(tx, { text, language: 'id' }));
}
