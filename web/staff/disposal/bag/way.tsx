import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import type { OneBag } from './bag.tsx';
import { texts } from './texts.ts';

const STEPS = ['open', 'sealed', 'counted', 'stored', 'planned', 'destroyed'] as const;
/** How many steps lie behind a bag; one with a difference waits at its count. */
const BEHIND = {
  OPEN: 0,
  SEALED: 2,
  DIFFERS: 2,
  SENT: 2,
  CONFIRMED: 3,
  STORED: 4,
  PLANNED: 5,
  DESTROYED: 6,
} as const;

/** From being filled to the fire: who did what, and who must act next. */
export function BagWay({ bag }: { bag: OneBag }) {
  const say = useSay(texts);
  const format = useFormat();
  const behind = BEHIND[bag.state];
  const facts: Readonly<Partial<Record<(typeof STEPS)[number], Pick<Station, 'note' | 'who'>>>> = {
    ...(bag.sealedAt && {
      sealed: { note: format.instant(bag.sealedAt), ...(bag.sealedBy && { who: bag.sealedBy }) },
    }),
    ...(bag.countedBy && { counted: { who: bag.countedBy } }),
    ...(bag.place && { stored: { note: bag.place } }),
  };
  const stations = STEPS.map((step, place): Station => {
    const name = say(`way.${step}`);
    if (place < behind) return { name, when: 'past', ...facts[step] };
    const who = step === 'open' ? {} : { who: say(`way.who.${step}`) };
    return { name, when: place === behind ? 'now' : 'next', ...who };
  });
  return <StateLine label={say('way')} stations={stations} />;
}
