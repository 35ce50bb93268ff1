import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import type { listFindsContract } from '../../../../src/cards/blank/find/contract.ts';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

type Answer = AnswerOf<typeof listFindsContract>;
export type Lost = Answer['lost'][number];
export type FindLine = Answer['finds'][number];

const STANDING: Readonly<Record<FindLine['state'], Standing>> = {
  reported: 'waiting',
  confirmed: 'done',
  refused: 'stopped',
};

export function FindState({ state }: { state: FindLine['state'] }) {
  const say = useSay(texts);
  return <Tag standing={STANDING[state]}>{say(`state.${state}`)}</Tag>;
}
