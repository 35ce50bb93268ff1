import type { UsagePage } from '../../../../src/sharing/portal/usage/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { Files } from './files.tsx';
import { texts } from './texts.ts';

/** How much was asked, how much of the quota is left, and what bounds it now. */
export const Usage: PageOf<UsagePage> = {
  title: ({ language }) => sayer(texts, language)('usage'),
  Page: function UsageView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('usage')}</h1>
        <p className="lead">{data.institution}</p>
        <Limits data={data} />
        <Quotas data={data} />
        <Files data={data} />
        <Figures data={data} />
        <Days data={data} />
        <Errors data={data} />
      </>
    );
  },
};

function Limits({ data: { slowed, whyNot } }: { data: UsagePage }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('limits')}</h2>
      {whyNot !== null && <p className="note stopped">{whyNot}</p>}
      {slowed.map(({ signal, until }) => (
        <p key={signal} className="note waiting">
          {say('slowed', { why: say(`signal.${signal}`), until: format.instant(until) })} {say(`signal.${signal}.do`)}
        </p>
      ))}
      {whyNot === null && slowed.length === 0 && <p className="note done">{say('limits.none')}</p>}
    </section>
  );
}

function Quotas({ data: { quotas } }: { data: UsagePage }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('quotas')}</h2>
      <DataTable<UsagePage['quotas'][number]>
        caption={say('quotas.caption')}
        rows={{ at: 'here', rows: quotas }}
        rowKey={({ grantId }) => grantId}
        empty={say('quotas.none')}
        columns={[
          {
            key: 'purpose',
            head: say('purpose'),
            names: true,
            cell: ({ purpose }) => say(`partner.purpose.${purpose}`),
          },
          { key: 'quota', head: say('quota'), number: true, cell: ({ quota }) => format.number(quota) },
          { key: 'taken', head: say('taken'), number: true, cell: ({ taken }) => format.number(taken) },
          { key: 'left', head: say('left'), number: true, cell: ({ quota, taken }) => format.number(quota - taken) },
        ]}
      />
      <p className="soft">{say('quotas.about')}</p>
    </section>
  );
}

function Figures({ data: { questions, matched, latency } }: { data: UsagePage }) {
  const say = useSay(texts);
  const format = useFormat();
  const ms = (value: number | null) =>
    value === null
      ? say('latency.none')
      : value < 0
        ? say('latency.beyond')
        : say('latency.within', { ms: format.number(value) });
  return (
    <section>
      <h2>{say('figures')}</h2>
      <dl className="facts">
        <dt>{say('questions')}</dt>
        <dd>{format.number(questions)}</dd>
        <dt>{say('share')}</dt>
        <dd>{questions === 0 ? say('latency.none') : format.percent((100 * matched) / questions, 1)}</dd>
        <dt>{say('latency.half')}</dt>
        <dd>{ms(latency.half)}</dd>
        <dt>{say('latency.most')}</dt>
        <dd>{ms(latency.most)}</dd>
        <dt>{say('latency.nearlyAll')}</dt>
        <dd>{ms(latency.nearlyAll)}</dd>
      </dl>
      <p className="soft">{say('latency.about')}</p>
    </section>
  );
}

function Days({ data: { days } }: { data: UsagePage }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('days')}</h2>
      <DataTable<UsagePage['days'][number]>
        caption={say('days.caption')}
        rows={{ at: 'here', rows: days.toReversed() }}
        rowKey={({ day }) => day}
        empty={say('days.none')}
        columns={[
          {
            key: 'day',
            head: say('day'),
            names: true,
            cell: ({ day }) => <a href={`/mitra/catatan?tanggal=${day}`}>{format.date(day)}</a>,
          },
          { key: 'questions', head: say('questions'), number: true, cell: ({ questions }) => format.number(questions) },
          {
            key: 'share',
            head: say('share'),
            number: true,
            cell: ({ questions, matched }) => (questions === 0 ? '' : format.percent((100 * matched) / questions, 1)),
          },
        ]}
      />
    </section>
  );
}

function Errors({ data: { kinds } }: { data: UsagePage }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('errors')}</h2>
      <dl className="facts">
        {kinds.map(({ kind, n }) => (
          <div key={kind} className="fact">
            <dt>{say(`kind.${kind}`)}</dt>
            <dd>
              {format.number(n)} <span className="soft under">{say(`kind.${kind}.do`)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
