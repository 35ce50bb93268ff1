import type { ReactNode } from 'react';
import type { Dashboard, Headline } from '../../../src/insight/dashboard/schema.ts';
import { useFormat, useSay } from '../text.tsx';
import { texts } from './texts.ts';
import { inSentence, useShown } from './words.ts';

/** How an app opens what lies behind a headline. */
export type Opens = (headline: Headline) => ReactNode;

/** What was reached beside what is not in order, in the same size: neither is hidden behind the other. */
export function Headlines({ dashboard, opens }: { dashboard: Dashboard; opens: Opens }) {
  const say = useSay(texts);
  const { headlines } = dashboard;
  const wrong = headlines.filter(({ more }) => more === 'worse');
  return (
    <div className="reached-and-wrong">
      <section aria-labelledby="dicapai">
        <h2 id="dicapai">{say('reached')}</h2>
        <List headlines={headlines.filter(({ more }) => more !== 'worse')} opens={opens} level={dashboard.level} />
      </section>
      <section aria-labelledby="belum-beres">
        <h2 id="belum-beres">{say('wrong')}</h2>
        {wrong.length === 0 && <p>{say('wrong.none')}</p>}
        <List headlines={wrong} opens={opens} level={dashboard.level} />
      </section>
    </div>
  );
}

function List({
  headlines,
  opens,
  level,
}: {
  headlines: readonly Headline[];
  opens: Opens;
  level: Dashboard['level'];
}) {
  const say = useSay(texts);
  const format = useFormat();
  const shown = useShown();
  return (
    <ul className="headlines">
      {headlines.map((headline) => {
        const { measure, label, unit, of, now, whole, wider } = headline;
        const share = of !== null && now.percent !== null && whole !== null;
        return (
          <li key={measure}>
            <span className="name">{label}</span>
            <span className={headline.more === 'worse' && now.n !== 0 ? 'value wrong' : 'value'}>
              {share ? shown.percent(now.percent!) : shown.number(now)}
              {!share && !now.withheld && <small> {shown.unit(unit)}</small>}
            </span>
            {share && (
              <span>
                {format.number(now.n!)} {shown.unit(unit)},{' '}
                {say('share', {
                  percent: shown.percent(now.percent!),
                  whole: format.number(whole),
                  of: inSentence(of),
                })}
              </span>
            )}
            {now.withheld && now.withheld !== 'held' && <span className="soft">{say('why')}</span>}
            <Before headline={headline} />
            {wider.length > 0 && (
              <span className="soft">
                {say('wider')}{' '}
                {wider.map(({ name, cell }) => `${name || say('nation')} ${shown.main(headline, cell)}`).join(' · ')}
              </span>
            )}
            {wider.length === 0 && level !== 'nation' && <span className="soft">{say('ofNation')}</span>}
            <span className="no-print">{opens(headline)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Before({ headline: { of, now, before } }: { headline: Headline }) {
  const say = useSay(texts);
  const format = useFormat();
  const shown = useShown();
  if (!before || before.n === null || now.n === null) return null;
  if (of !== null && before.percent !== null && now.percent !== null) {
    const change = now.percent - before.percent;
    const points = shown.signed(change, format.points(Math.abs(change)));
    return (
      <span className="soft">{say('before.points', { percent: shown.percent(before.percent), change: points })}</span>
    );
  }
  if (before.n === now.n) return <span className="soft">{say('before.same')}</span>;
  const change = shown.signed(now.n - before.n, format.number(Math.abs(now.n - before.n)));
  return <span className="soft">{say('before', { n: format.number(before.n), change })}</span>;
}
