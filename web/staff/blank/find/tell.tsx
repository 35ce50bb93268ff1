import { useState } from 'react';
import { listFindsContract, reportFindContract } from '../../../../src/cards/blank/find/contract.ts';
import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { Empty } from '../../../kit/states.tsx';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { Asked } from '../../ask.tsx';
import { useOfficeDay } from '../../enrolment/filter/day.ts';
import { useAskBlanks, useRefreshBlanks } from '../ask.ts';
import { useCarried } from '../carried.ts';
import { Go, useGo } from '../go.tsx';
import { SpanField } from '../scan/span-field.tsx';
import type { Lost } from './state.tsx';
import { texts } from './texts.ts';

/** The keeper has missing blanks in hand again: which, where they were, and how he made sure. */
export function TellFind() {
  const say = useSay(texts);
  const carried = useCarried();
  const query = useAskBlanks(listFindsContract, {});
  return (
    <>
      <p className="soft no-print">
        <Go to="/ditemukan">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('tell')}
      </h1>
      <p>{say('tell.about')}</p>
      <Asked query={query}>
        {({ lost }) => {
          const own = lost.filter((each) => each.own && !each.waits);
          return own.length === 0 ? <Empty will={say('tell.none')} /> : <TellForm lost={own} carried={carried} />;
        }}
      </Asked>
    </>
  );
}

function TellForm({ lost, carried }: { lost: readonly Lost[]; carried: readonly SpanText[] }) {
  const say = useSay(texts);
  const tell = useTell();
  const go = useGo();
  const today = useOfficeDay();
  const refresh = useRefreshBlanks();
  const stores = [...new Map(lost.map(({ storeId, store }) => [storeId, store]))];
  const within = ({ first }: SpanText) =>
    lost.find((each) => BigInt(first) >= BigInt(each.first) && BigInt(first) <= BigInt(each.last))?.storeId;
  const [store, setStore] = useState(() => (carried[0] && within(carried[0])) ?? stores[0]![0]);
  const [spans, setSpans] = useState<readonly SpanText[]>(carried);
  const here = lost.filter(({ storeId }) => storeId === store);
  return (
    <ActForm
      contract={reportFindContract}
      form="ditemukan.lapor"
      title={say('tell')}
      submit={say('tell.submit')}
      questions={() => [
        {
          name: 'foundOn',
          label: say('tell.on'),
          kind: 'date',
          check: (day) => (day > today ? say('tell.future') : undefined),
        },
        { name: 'place', label: say('tell.place'), hint: say('tell.place.hint'), least: 3, most: 200 },
        {
          name: 'words',
          label: say('tell.words'),
          hint: say('tell.words.hint'),
          kind: 'words',
          least: 10,
          most: 2_000,
        },
      ]}
      missing={spans.length === 0 ? say('tell.missing') : undefined}
      inputOf={({ foundOn = '', place = '', words = '' }) => ({
        storeId: store,
        spans: [...spans],
        foundOn,
        place: place.trim(),
        words: words.trim(),
      })}
      onDone={({ id, number }) => {
        tell('done', say('tell.done', { number }));
        refresh();
        void go(`/ditemukan/${id}`);
      }}
    >
      {stores.length > 1 && (
        <ChoiceField
          label={say('tell.store')}
          name="storeId"
          required
          value={store}
          choices={stores.map(([value, label]) => ({ value, label }))}
          onChange={(event) => {
            setStore(event.target.value);
            setSpans([]);
          }}
        />
      )}
      <SpanField label={say('tell.serials')} name="spans" boxes={false} value={spans} onChange={setSpans} />
      {spans.length === 0 && (
        <p>
          <button
            type="button"
            className="link"
            onClick={() => setSpans(here.map(({ first, last }) => ({ first, last })))}
          >
            {say('tell.all')}
          </button>
        </p>
      )}
    </ActForm>
  );
}
