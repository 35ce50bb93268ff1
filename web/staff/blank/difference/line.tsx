import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import type { listDiscrepanciesContract } from '../../../../src/cards/blank/contract.ts';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { Go } from '../go.tsx';
import { texts } from './texts.ts';

export type Difference = AnswerOf<typeof listDiscrepanciesContract>['discrepancies'][number];

const STANDING: Readonly<Record<Difference['state'], Standing>> = {
  open: 'waiting',
  explained: 'done',
  missing: 'stopped',
  found: 'done',
};

/** One difference in a sentence: how many, how it stands, by when, or how it ended. */
export function DifferenceLine({ difference }: { difference: Difference }) {
  const say = useSay(texts);
  const format = useFormat();
  const { state, expected, counted } = difference;
  return (
    <>
      <Tag standing={STANDING[state]}>{say(`state.${state}`)}</Tag> <b>{say('line', { expected, counted })}</b>{' '}
      <span className="soft">
        {say('opened', { on: format.instant(difference.openedAt) })}
        {state === 'open' && ` ${say('due', { on: format.date(difference.dueOn) })}`}
      </span>{' '}
      {state === 'open' ? (
        <Go to="/selisih" search={{ kasus: difference.id }}>
          {say('open')}
        </Go>
      ) : (
        <span className="block">
          {say('closed', { name: difference.closedBy ?? '–', why: difference.explanation ?? '–' })}
          {difference.foundAt && ` ${say('foundAt', { at: format.instant(difference.foundAt) })}`}
        </span>
      )}
      {state === 'missing' && (
        <Go to="/ditemukan" search={{ kasus: difference.id }}>
          {say('lost')}
        </Go>
      )}
    </>
  );
}
