import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import type { listIncidentsContract } from '../../../../src/cards/blank/incident/contract.ts';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

export type IncidentLine = AnswerOf<typeof listIncidentsContract>['incidents'][number];

const STANDING: Readonly<Record<IncidentLine['state'], Standing>> = {
  reported: 'waiting',
  open: 'stopped',
  closed: 'done',
};

/** How far an incident is, and how it ended. */
export function IncidentState({ incident: { state, outcome } }: { incident: Pick<IncidentLine, 'state' | 'outcome'> }) {
  const say = useSay(texts);
  return (
    <Tag standing={STANDING[state]}>
      {say(`state.${state}`)}
      {outcome && `: ${say(`outcome.${outcome}`)}`}
    </Tag>
  );
}
