/**
 * The answer as it is written, signed and sent: canonical JSON (RFC 8785: keys in order, no blanks), so that a partner who reads it
 * and writes it again in that form has the very bytes that were signed.
 */
import { ATTRIBUTE_NAMES, BODY_PARTS, type Attribute } from '../attribute.ts';
import type { Compared, Leave } from '../compare/compare.ts';
import { PERSON_STATES, type Result } from '../schema.ts';

export interface AnswerParts {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The ledger entry, and the place in it: of a batch all stand in one. */
  readonly entry: string;
  readonly place: number;
  readonly pseudonym: string;
  readonly reference: string;
  readonly compared: Pick<Compared, 'results' | 'state'>;
}

const IN_ORDER = [...ATTRIBUTE_NAMES, ...BODY_PARTS].toSorted();
const KEYS = new Map(IN_ORDER.map((name) => [name, `"${name}":`]));

export function answerText({ at, entry, place, pseudonym, reference, compared }: AnswerParts): string {
  const { results, state } = compared;
  return (
    `{"at":"${at}","entry":"${entry}","place":${place},"pseudonym":"${pseudonym}","reference":${JSON.stringify(reference)},` +
    `"results":{${resultsText(results)}},"state":${state === null ? 'null' : `"${state}"`}}`
  );
}

function resultsText(results: Compared['results']): string {
  let text = '';
  for (const name of IN_ORDER) {
    const result = results[name];
    if (result === undefined) continue;
    text += (text === '' ? '' : ',') + KEYS.get(name)! + resultText(result);
  }
  return text;
}

function resultText(result: Result): string {
  return result.result === 'score' ? `{"result":"score","score":${result.score}}` : `{"result":"${result.result}"}`;
}

const NO_MATCH = resultText({ result: 'no_match' }).length;
const SCORED = resultText({ result: 'score', score: 100 }).length;

/**
 * How many blanks follow an answer so that it is as long as any other answer to the same question: whoever counts bytes learns
 * nothing, also where the line is encrypted.
 */
export function blanksAfter({ results, state }: AnswerParts['compared'], leave: Leave): number {
  let blanks = longestState(leave.tells) - stateLength(state);
  for (const name in results) {
    const result = results[name as Attribute]!;
    if (result.result === 'not_granted') continue;
    const longest = leave.elements.get(name as Attribute) === 'score' ? SCORED : NO_MATCH;
    blanks += longest - resultText(result).length;
  }
  return blanks;
}

const stateLength = (state: string | null) => (state === null ? 4 : state.length + 2);
const longestState = (tells: Leave['tells']) =>
  Math.max(4, ...PERSON_STATES.map((state) => (tells.has(state) ? stateLength(state) : 0)));
