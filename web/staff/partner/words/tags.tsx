import type { Stage } from '../../../../src/sharing/partner/ladder/rules.ts';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { words } from './texts.ts';

const STANDING: Readonly<Record<Stage, Standing>> = {
  REQUEST: 'waiting',
  APPROVAL: 'waiting',
  MOU: 'waiting',
  AGREEMENT: 'waiting',
  TECHNICAL_GUIDE: 'waiting',
  ONBOARDING: 'waiting',
  CONNECTED: 'done',
  EVALUATION: 'sealed',
  RENEWAL: 'plain',
  WITHDRAWN: 'stopped',
  REFUSED: 'stopped',
};

export function StageTag({ stage }: { stage: Stage }) {
  const say = useSay(words);
  return <Tag standing={STANDING[stage]}>{say(`partner.stage.${stage}`)}</Tag>;
}

/** What is wrong or special with a pass, each with a word. */
export function PassTags({
  overdue = false,
  renews = false,
  suspended = false,
  expired = false,
}: {
  overdue?: boolean;
  renews?: boolean;
  suspended?: boolean;
  expired?: boolean;
}) {
  const say = useSay(words);
  return (
    <>
      {suspended && <Tag standing="stopped">{say('suspended')}</Tag>}{' '}
      {expired && <Tag standing="stopped">{say('expired')}</Tag>}{' '}
      {overdue && <Tag standing="waiting">{say('overdue')}</Tag>}{' '}
      {renews && <Tag standing="plain">{say('renewal')}</Tag>}
    </>
  );
}
