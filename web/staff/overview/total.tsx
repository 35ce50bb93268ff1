import { useSay } from '../../kit/text.tsx';
import { useOpening } from './figures.tsx';
import type { Overview } from './overview.tsx';
import { texts } from './texts.ts';

const SHOWN = ['daysLeft', 'stock', 'backlog', 'silent', 'incidents'] as const;

/** The figures of the nation, or of the province, each opening into its list. */
export function Total({ overview: { total, region, name, due } }: { overview: Overview }) {
  const say = useSay(texts);
  const opening = useOpening({ ...total, code: region, name: name ?? say('nation') }, due);
  return (
    <dl className="figures counts">
      {SHOWN.map((each) => (
        <div key={each}>
          <dt>{say(each)}</dt>
          <dd>{opening[each]}</dd>
        </div>
      ))}
    </dl>
  );
}
