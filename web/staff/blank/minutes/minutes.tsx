import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { listMinutesContract, MINUTES_KINDS } from '../../../../src/cards/blank/minutes/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { Asked } from '../../ask.tsx';
import { useDayOf } from '../../enrolment/filter/day.ts';
import { RegionFilter, useRegionChosen } from '../../enrolment/filter/region-filter.tsx';
import { useAskBlanks } from '../ask.ts';
import { Go } from '../go.tsx';
import { HandoverMinutes, ShipmentMinutes } from './paper.tsx';
import { texts } from './texts.ts';

type Line = AnswerOf<typeof listMinutesContract>['minutes'][number];
const DAYS = [30, 90, 366] as const;

/** What was handed over and has its paper, the latest first. */
export function MinutesList() {
  const say = useSay(texts);
  const region = useRegionChosen()?.slice(0, 6);
  const [asked, chooseDays] = useFilter('hari');
  const [typed, chooseKind] = useFilter('jenis');
  const days = DAYS.find((each) => String(each) === asked) ?? 366;
  const kind = MINUTES_KINDS.find((each) => each === typed);
  const query = useAskBlanks(listMinutesContract, { days, ...(region ? { region } : {}), ...(kind ? { kind } : {}) });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{say('about')}</p>
      <div className="filter-bar level no-print">
        <RegionFilter />
        <ChoiceField
          label={say('kind')}
          value={kind ?? ''}
          none={say('kind.all')}
          choices={MINUTES_KINDS.map((each) => ({ value: each, label: say(`kind.${each}`) }))}
          onChange={(event) => chooseKind(event.target.value || undefined)}
        />
        <ChoiceField
          label={say('days')}
          value={String(days)}
          choices={DAYS.map((n) => ({ value: String(n), label: say('days.n', { n }) }))}
          onChange={(event) => chooseDays(event.target.value === '366' ? undefined : event.target.value)}
        />
      </div>
      <Asked query={query}>
        {({ minutes, more }) => (
          <>
            <Table minutes={minutes} />
            {more && <p className="note waiting">{say('more')}</p>}
          </>
        )}
      </Asked>
    </>
  );
}

function Table({ minutes }: { minutes: readonly Line[] }) {
  const say = useSay(texts);
  const format = useFormat();
  const dayOf = useDayOf();
  return (
    <DataTable
      caption={say('list')}
      empty={say('empty')}
      rows={{ at: 'here', rows: minutes }}
      rowKey={({ number }) => number}
      columns={[
        {
          key: 'number',
          head: say('number'),
          names: true,
          cell: ({ kind, number, of }) => (
            <>
              <Go to={kind === 'handover' ? `/gudang/${of}` : `/pengiriman/${of}`}>{number}</Go>
              <span className="soft block">{say(`kind.${kind}`)}</span>
            </>
          ),
        },
        { key: 'gives', head: say('gives'), cell: ({ gives }) => gives },
        { key: 'takes', head: say('takes'), cell: ({ takes }) => takes },
        { key: 'n', head: say('n'), number: true, cell: ({ n }) => format.number(n) },
        { key: 'at', head: say('at'), cell: ({ at }) => format.date(dayOf(at)) },
        { key: 'paper', head: say('paper'), cell: (line) => <Paper line={line} /> },
      ]}
    />
  );
}

function Paper({ line: { kind, number, of, printed } }: { line: Line }) {
  const say = useSay(texts);
  const label = say(printed ? 'open' : 'print');
  return kind === 'handover' ? (
    <HandoverMinutes storeId={of} number={number} label={label} look="link" />
  ) : (
    <ShipmentMinutes id={of} number={number} label={label} look="link" />
  );
}
