import type { ExtractView } from '../../../../src/sharing/voter/schema.ts';
import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

const STANDING: Readonly<Record<ExtractView['state'], Standing>> = {
  ORDERED: 'waiting',
  MADE: 'sealed',
  RELEASED: 'done',
  ACCEPTED: 'done',
  ABANDONED: 'plain',
};

export function ListState({ state }: { state: ExtractView['state'] }) {
  const say = useSay(texts);
  return <Tag standing={STANDING[state]}>{say(`state.${state}`)}</Tag>;
}

const STATIONS = ['made', 'proposed', 'released', 'accepted'] as const;

/** How far a list is, by whom, and who must act next. */
export function ListWay({ extract }: { extract: ExtractView }) {
  const say = useSay(texts);
  const { made, proposal, released, acceptance, orderedBy } = extract;
  const asked = proposal && !proposal.stale && ['waiting', 'approved'].includes(proposal.state) ? proposal : null;
  const done = {
    made: made && { at: made.at, by: orderedBy },
    proposed: asked && { at: asked.at, by: asked.by },
    released: released && { at: released.at, by: released.by },
    accepted: acceptance && { at: acceptance.enteredAt, by: acceptance.signedBy },
  };
  const last = STATIONS.findLastIndex((station) => done[station]);
  const stations = STATIONS.map((station, n): Station => {
    const at = done[station];
    const name = say(`way.${station}`);
    if (!at) return { name, when: 'next', who: say(`way.who.${station}`) };
    return { name, when: n === last ? 'now' : 'past', date: at.at.slice(0, 10), ...(at.by ? { who: at.by } : {}) };
  });
  return <StateLine label={say('list.state')} stations={stations} />;
}
