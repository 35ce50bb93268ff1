import type { PlanState } from '../../../../src/cards/disposal/rules.ts';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

const STANDING: Readonly<Record<PlanState, Standing>> = {
  proposed: 'waiting',
  approved: 'sealed',
  begun: 'waiting',
  stopped: 'stopped',
  done: 'done',
  cancelled: 'plain',
};

export function PlanTags({ state, reported }: { state: PlanState; reported: boolean }) {
  const say = useSay(texts);
  return (
    <span className="row">
      <Tag standing={STANDING[state]}>{say(`state.${state}`)}</Tag>
      {state === 'done' && (
        <Tag standing={reported ? 'done' : 'waiting'}>{say(reported ? 'reported' : 'unreported')}</Tag>
      )}
    </span>
  );
}
