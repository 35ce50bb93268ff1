/** The text for the press, made from figures alone: pure. What went wrong has its place as what went well has. */
import { instantText, type Language, type Speaker } from '../../../core/text/index.ts';
import { ZONES } from '../../../core/time/index.ts';
import { dayText, numberText } from '../check/words.ts';
import type { Figure, Statement } from '../schema.ts';
import type { PressText } from './schema.ts';

const WELL = [
  'resident.total',
  'resident.obligated',
  'enrolment.coverage',
  'card.printed',
  'card.invalid_taken_in',
  'card.destroyed',
  'blank.in_stock',
  'partner.mou',
  'partner.agreement',
  'partner.technical_guide',
  'partner.connected',
  'verification.answers',
  'voter.eligible',
];
const WRONG = [
  'resident.duplicate',
  'enrolment.duplicate',
  'card.invalid_outstanding',
  'found.cards',
  'blank.unaccounted',
  'incident.open',
  'disposal.unreported_offices',
  'partner.suspended',
  'voter.without_card',
];
/** Said of everybody who is not recorded, beside the coverage. */
const REST_OF = 'enrolment.coverage';

export interface Composing {
  readonly speaker: Speaker;
  readonly language: Language;
  readonly statement: Statement;
  readonly log: { readonly size: number; readonly root: string };
}

export function composePress({ speaker, language, statement, log }: Composing): PressText {
  const { asOf, knownAt, indicators } = statement;
  const say = (key: string, values: Record<string, string | number> = {}) =>
    speaker.say(language, `statement.press.${key}`, values);
  const number = (n: number) => numberText(language, n);
  const day = dayText(language, asOf);
  const notes: PressText['notes'] = [];
  const noted = (figure: Figure) => {
    const at = notes.findIndex(({ code }) => code === figure.code);
    return at >= 0 ? at + 1 : notes.push({ code: figure.code, text: note(figure) });
  };
  const label = (code: string, more = '') => speaker.say(language, `indicator.${code}${more}`);
  const note = (figure: Figure) =>
    say('note', {
      label: label(figure.code),
      // Some definitions end without their point.
      definition: label(figure.code, '.definition').replace(/\.?$/, '.'),
      numerator: number(figure.numerator),
      unit: speaker.say(language, `statement.unit.${figure.unit}`),
      denominator: figure.denominator === null ? say('no_denominator') : number(figure.denominator),
      asOf: day,
      knownAt: instantText(language, new Date(knownAt), ZONES.WIB),
      source: speaker.say(language, figure.source).replace(/\.$/, ''),
      code: figure.code,
    });
  const values = (figure: Figure) => ({
    asOf: day,
    raw: figure.numerator,
    numerator: number(figure.numerator),
    denominator: number(figure.denominator ?? 0),
    percent: share(language, figure.percent ?? 0),
    rest: number((figure.denominator ?? figure.numerator) - figure.numerator),
  });
  const find = (codes: readonly string[]) =>
    codes.flatMap((code) => indicators.find((figure) => figure.code === code) ?? []);
  const sentence = (figure: Figure): { text: string; note: number }[] => {
    // Of nobody there is no share to speak of.
    if (figure.code === REST_OF && !figure.denominator) return [];
    const differing = new Set(figure.counts.map(({ n }) => n)).size > 1;
    if (figure.code === 'found.cards' && differing)
      return figure.counts.map(({ counter, n }) => ({
        text: say('found.counter', { asOf: day, n: number(n), counter }),
        note: noted(figure),
      }));
    return [{ text: say(figure.code, values(figure)), note: noted(figure) }];
  };
  const well = find(WELL).flatMap(sentence);
  const rest = find([REST_OF])
    .filter(({ denominator }) => denominator)
    .map((figure) => ({ text: say('enrolment.rest', values(figure)), note: noted(figure) }));
  return {
    asOf,
    knownAt,
    language,
    title: say('title', { asOf: day }),
    about: say('about'),
    parts: [
      { heading: say('went_well'), sentences: well },
      { heading: say('went_wrong'), sentences: [...rest, ...find(WRONG).flatMap(sentence)] },
    ],
    notes,
    log: say('log', { size: number(log.size), root: log.root }),
  };
}

function share(language: Language, percent: number): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(percent);
}

/** As a plain text; with `footnotes` their marks and they themselves below it. */
export function pressLines(press: PressText, { footnotes }: { readonly footnotes: boolean }): string[] {
  const parts = press.parts.flatMap(({ heading, sentences }) => [
    '',
    heading,
    ...sentences.map(({ text, note }) => (footnotes ? `${text} [${note}]` : text)),
  ]);
  const notes = footnotes ? ['', ...press.notes.map(({ text }, at) => `[${at + 1}] ${text}`), press.log] : [];
  return [press.title, ...parts, ...notes];
}
