/**
 * What a client reads: one `content` with a word for each field, or a number that says why there is none. Pure.
 * Always holds: to one question every reply is as long as any other, and a record that may not be told apart looks like a mismatch.
 */
import { isScored, type AnsweredOtherwise, type Attribute } from '../../sharing/verification/index.ts';
import type { Question } from './read.ts';
import { STATE_WORDS, type Word } from './words.ts';

type Content = Readonly<Record<string, string>>;

export function replyText(question: Question, answered: AnsweredOtherwise): string {
  const { leave, state } = answered;
  const word = state === null ? undefined : STATE_WORDS[state];
  const text = enveloped(word ? told(word) : fieldsOf(question, answered));
  const longest = Math.max(
    enveloped(fieldsOf(question, { ...answered, results: {} })).length,
    ...Object.entries(STATE_WORDS).map(([each, say]) =>
      leave.tells.has(each as never) ? enveloped(told(say)).length : 0,
    ),
  );
  return text + ' '.repeat(longest - text.length);
}

/** A refusal, or what is told of a record; `why` is for whoever reads the client's log. */
export function told({ code, text }: Word, why: string = text): Content {
  return { RESPONSE_CODE: code, RESPONSE_DESC: why, RESPONSE: text, RESPON: text };
}

/** A page of one element, as the service of before wrapped everything. */
export function enveloped(content: Content): string {
  return JSON.stringify({
    content: [content],
    lastPage: true,
    numberOfElements: 1,
    sort: null,
    totalElements: 1,
    firstPage: true,
    number: 0,
    size: 1,
  });
}

/** What is not granted is left out, whatever was sent. The NIK agrees where anything does: alone it would tell who exists. */
function fieldsOf({ asked, nikAs }: Question, { results, leave }: AnsweredOtherwise): Content {
  const fields: [string, string][] = [[nikAs, Object.values(results).some(agrees) ? YES : NO]];
  for (const { as, attribute, wrong } of asked) {
    if (leave.elements.has(attribute))
      fields.push([as, fieldText(attribute, wrong ? undefined : results[attribute], leave)]);
  }
  return Object.fromEntries(fields);
}

type Result = AnsweredOtherwise['results'][Attribute];

const YES = 'Sesuai';
const NO = 'Tidak Sesuai';
const agrees = (result: Result) => result?.result === 'match' || result?.result === 'score';

/** How alike is told from the threshold on; below it nobody learns how near he came. Without scores it is the threshold that was reached. */
function fieldText(attribute: Attribute, result: Result, { threshold }: AnsweredOtherwise['leave']): string {
  if (!isScored(attribute)) return agrees(result) ? YES : NO;
  if (!agrees(result)) return `${NO} (0)`;
  return `${YES} (${result?.result === 'score' ? result.score : Math.max(10, threshold)})`;
}
