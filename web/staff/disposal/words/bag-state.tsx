import type { z } from 'zod';
import type { bagShape } from '../../../../src/cards/disposal/schema.ts';
import type { BagState } from '../../../../src/cards/disposal/rules.ts';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

export type Bag = z.output<typeof bagShape>;

const STANDING: Readonly<Record<BagState, Standing>> = {
  OPEN: 'plain',
  SEALED: 'waiting',
  DIFFERS: 'stopped',
  CONFIRMED: 'waiting',
  STORED: 'done',
  SENT: 'waiting',
  PLANNED: 'sealed',
  DESTROYED: 'done',
};

/** Where a bag stands, and what hinders it: held as evidence, or overdue. */
export function BagTags({ bag }: { bag: Pick<Bag, 'state' | 'held' | 'overdue'> }) {
  const say = useSay(texts);
  return (
    <span className="row">
      <Tag standing={STANDING[bag.state]}>{say(`bag.${bag.state}`)}</Tag>
      {bag.held && <Tag standing="sealed">{say('held')}</Tag>}
      {bag.overdue && <Tag standing="stopped">{say('overdue')}</Tag>}
    </span>
  );
}
