import { useQuery } from '@tanstack/react-query';
import { listStoresContract } from '../../../../src/cards/blank/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { RegionFilter, useRegionChosen, useSetFilters } from '../../enrolment/filter/region-filter.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { Go } from '../go.tsx';
import { useBlankWords } from '../words/words.ts';
import { Equation } from './equation.tsx';
import { RegionTable } from './region-table.tsx';
import { texts } from './texts.ts';

export type StoreLine = AnswerOf<typeof listStoresContract>['stores'][number];

/** My office's stores with their balance; or, for who answers for a region, all of it as a table. */
export function Stock() {
  const say = useSay(texts);
  const { client } = useHouse();
  const { scopes } = useSession();
  const [scope] = useFilter('cakupan');
  const setFilters = useSetFilters();
  // A store lies in a district at the lowest.
  const region = useRegionChosen()?.slice(0, 6);
  const wide = region !== undefined || (scope ?? (scopes.includes('blank.keep') ? 'kantor' : 'wilayah')) === 'wilayah';
  const query = useQuery({
    queryKey: ['blank', 'stores', wide ? (region ?? 'all') : 'office'],
    queryFn: ({ signal }) =>
      client.call(listStoresContract, wide ? { all: 'yes', ...(region ? { region } : {}) } : {}, { signal }),
  });
  const choose = (cakupan: 'kantor' | 'wilayah') => setFilters({ cakupan, wilayah: undefined });
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        <div className="row">
          {scopes.includes('blank.store.manage') && (
            <Go look="btn quiet" to="/gudang-baru">
              {say('openStore')}
            </Go>
          )}
          {scopes.includes('blank.keep') && (
            <Go look="btn" to="/kirim">
              {say('send')}
            </Go>
          )}
        </div>
      </div>
      <p className="soft">{say('about')}</p>
      <div className="chips" role="group" aria-label={say('scope')}>
        <button type="button" aria-pressed={!wide} onClick={() => choose('kantor')}>
          {say('office')}
        </button>
        <button type="button" aria-pressed={wide} onClick={() => choose('wilayah')}>
          {say('region')}
        </button>
      </div>
      {wide && <RegionFilter />}
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : query.data.stores.length === 0 ? (
        <Empty will={say(wide ? 'empty.region' : 'empty.office')} />
      ) : wide ? (
        <RegionTable stores={query.data.stores} total={query.data.total} />
      ) : (
        query.data.stores.map((store) => <Store key={store.id} store={store} />)
      )}
    </>
  );
}

function Store({ store }: { store: StoreLine }) {
  const say = useSay(texts);
  const words = useBlankWords();
  const { scopes } = useSession();
  return (
    <section className="store">
      <h2>
        <Go to={`/gudang/${store.id}`}>{store.name}</Go>
      </h2>
      <p className="soft">
        {words.storeKind(store.kind)} · {store.office} ·{' '}
        {store.own ? say('keeper.own') : store.keeper ? say('keeper', { name: store.keeper }) : say('keeper.none')}
      </p>
      <Equation name={store.name} balance={store.balance} difference={store.difference} />
      <p className="row">
        <Go to={`/gudang/${store.id}`}>{say('card', { name: store.name })}</Go>
        {scopes.includes('blank.count') && (
          <Go to="/opname" search={{ gudang: store.id }}>
            {say('count')}
          </Go>
        )}
        <Go to={`/gudang/${store.id}/serah-terima`}>{say('handover')}</Go>
      </p>
    </section>
  );
}
