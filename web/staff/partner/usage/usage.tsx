import { LOOKS } from '../../../../src/sharing/metering/schema.ts';
import { viewUsageContract } from '../../../../src/sharing/metering/contract.ts';
import { nextMonth } from '../../../../src/sharing/metering/rules.ts';
import type { Answer } from '../../../kit/client.ts';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { Asked, useAsk } from '../form/ask.tsx';
import { UsageTable } from './table.tsx';
import { texts } from './texts.ts';

export type Usage = Answer<typeof viewUsageContract>;

/** Who asked how much in a month, what it cost and how long balances last; the most pressing first. */
export function UsagePage() {
  const say = useSay(texts);
  const [month, setMonth] = useFilter('bulan');
  const [search, setSearch] = useFilter('cari');
  const [look, setLook] = useFilter('pilihan');
  const [page, setPage] = useFilter('halaman');
  const chosen = LOOKS.find((each) => each === look);
  const asked = {
    ...(month && /^[0-9]{4}-[0-9]{2}$/.test(month) ? { month } : {}),
    ...(search ? { search } : {}),
    ...(chosen ? { look: chosen } : {}),
    ...(Number(page) > 1 ? { page: Number(page) } : {}),
  };
  const query = useAsk(viewUsageContract, asked, { again: 60_000 });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <div className="row no-print ladder-find" role="search">
        <TextField
          label={say('search')}
          hint={say('search.hint')}
          type="search"
          autoComplete="off"
          maxLength={80}
          value={search ?? ''}
          onChange={(event) => setSearch(event.target.value || undefined)}
        />
        <ChoiceField
          label={say('look')}
          choices={LOOKS.map((value) => ({ value, label: say(`look.${value}`) }))}
          value={chosen ?? 'all'}
          onChange={(event) => setLook(event.target.value === 'all' ? undefined : event.target.value)}
        />
      </div>
      <Asked query={query}>
        {(usage) => (
          <>
            <Months usage={usage} onMonth={(to) => setMonth(to === usage.present ? undefined : to)} />
            {usage.low > 0 && chosen !== 'low' && (
              <div className="note waiting">
                <p>{say('low.note', { n: usage.low })}</p>
                <p className="no-print">
                  <button type="button" className="btn quiet" onClick={() => setLook('low')}>
                    {say('low.show')}
                  </button>
                </p>
              </div>
            )}
            <Total usage={usage} />
            <UsageTable usage={usage} filtered={Boolean(search) || chosen !== undefined} onPage={setPage} />
          </>
        )}
      </Asked>
    </>
  );
}

function Months({ usage: { month, present, countedAt }, onMonth }: { usage: Usage; onMonth: (month: string) => void }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section aria-labelledby="bulan">
      <h2 id="bulan">{format.month(month)}</h2>
      <div className="row institution-acts no-print">
        <button type="button" className="btn quiet" onClick={() => onMonth(monthBefore(month))}>
          {say('month.earlier')}
        </button>
        {month < present && (
          <button type="button" className="btn quiet" onClick={() => onMonth(nextMonth(month))}>
            {say('month.later')}
          </button>
        )}
      </div>
      <p className="soft">
        {countedAt ? say('countedAt', { instant: format.instant(countedAt) }) : say('countedAt.none')}
      </p>
    </section>
  );
}

function monthBefore(month: string): string {
  const [year, at] = month.split('-').map(Number) as [number, number];
  return at === 1 ? `${year - 1}-12` : `${year}-${String(at - 1).padStart(2, '0')}`;
}

function Total({ usage: { total } }: { usage: Usage }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <dl className="figures counts">
      <div>
        <dt>{say('total.institutions')}</dt>
        <dd>{format.number(total.institutions)}</dd>
      </div>
      <div>
        <dt>{say('total.questions')}</dt>
        <dd>{format.number(total.questions)}</dd>
      </div>
      {total.files > 0 && (
        <div>
          <dt>{say('total.files')}</dt>
          <dd>{format.number(total.files)}</dd>
        </div>
      )}
      <div>
        <dt>{say('total.charged')}</dt>
        <dd>{format.rupiah(total.charged)}</dd>
      </div>
      <div>
        <dt>{say('total.paid')}</dt>
        <dd>{format.rupiah(total.paid)}</dd>
      </div>
    </dl>
  );
}
