import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import type { forecastContract, listRequestsContract } from '../../../../src/cards/blank/supply/contract.ts';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

export type RequestLine = AnswerOf<typeof listRequestsContract>['requests'][number];
export type RegionSupply = AnswerOf<typeof forecastContract>['regions'][number];

const STATE: Readonly<Record<RequestLine['state'], Standing>> = {
  open: 'waiting',
  met: 'done',
  declined: 'stopped',
  withdrawn: 'plain',
};
const STANDING: Readonly<Record<RegionSupply['standing'], Standing>> = {
  short: 'stopped',
  low: 'waiting',
  enough: 'done',
  unused: 'plain',
};

export function RequestState({ state }: { state: RequestLine['state'] }) {
  const say = useSay(texts);
  return <Tag standing={STATE[state]}>{say(`state.${state}`)}</Tag>;
}

/** How a region stands, with a word and a shape. */
export function SupplyStanding({ standing }: { standing: RegionSupply['standing'] }) {
  const say = useSay(texts);
  return <Tag standing={STANDING[standing]}>{say(`standing.${standing}`)}</Tag>;
}

/** 0 is the most urgent; people count from one. */
export function Priority({ rank }: { rank: number }) {
  const say = useSay(texts);
  return (
    <Tag standing={rank === 0 ? 'stopped' : rank === 1 ? 'waiting' : 'plain'}>
      {say('priority', { rank: rank + 1 })}
    </Tag>
  );
}

/** What for, the most urgent first, a line each. */
export function Needs({ needs }: Pick<RequestLine, 'needs'>) {
  const say = useSay(texts);
  return (
    <ul className="bare">
      {needs.map(({ need, n }) => (
        <li key={need}>{say('need.line', { need: say(`need.${need}`), n })}</li>
      ))}
    </ul>
  );
}

/** Days in words: none are told where nothing is used. */
export function useDays() {
  const say = useSay(texts);
  return (days: number | null) => (days === null ? say('days.none') : say('days.n', { n: days }));
}
