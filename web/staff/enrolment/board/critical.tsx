import { ChoiceField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useSetFilters } from '../filter/region-filter.tsx';
import { useSpan } from '../filter/span.ts';
import type { BoardView } from './board.tsx';
import { texts } from './texts.ts';

type Time = BoardView['critical']['toReceipt'];

/** The two spans by which the ministry judges recording, as figures of so many days. */
export function Critical({ board, choices }: { board: BoardView; choices: readonly number[] }) {
  const say = useSay(texts);
  const setFilters = useSetFilters();
  const { days, toReceipt, toDecision } = board.critical;
  return (
    <section>
      <h2>{say('critical')}</h2>
      <p className="soft">{say('critical.about', { days })}</p>
      <dl className="figures">
        <CriticalTime label={say('critical.receipt')} time={toReceipt} days={days} />
        <CriticalTime label={say('critical.decision')} time={toDecision} days={days} />
      </dl>
      <div className="no-print">
        <ChoiceField
          label={say('days')}
          value={String(days)}
          choices={choices.map((each) => ({ value: String(each), label: say('days.of', { days: each }) }))}
          onChange={(event) => setFilters({ hari: event.target.value })}
        />
      </div>
    </section>
  );
}

function CriticalTime({ label, time, days }: { label: string; time: Time; days: number }) {
  const say = useSay(texts);
  const format = useFormat();
  const span = useSpan();
  const { n, medianHours, p90Hours } = time;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{medianHours === null ? '–' : span(medianHours)}</dd>
      <dd className="note-line">
        {n === 0 || p90Hours === null
          ? say('critical.none', { days: format.number(days) })
          : say('critical.note', { p90: span(p90Hours), n })}
      </dd>
    </div>
  );
}
