import { useState, type FormEvent } from 'react';
import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useFilter } from '../../address.ts';
import { useSession } from '../../session.tsx';
import { CountField, readCount } from '../scan/count-field.tsx';
import { SpanField } from '../scan/span-field.tsx';
import { countSpans } from '../scan/typed.ts';
import { keepCount } from './kept.ts';
import { KeptCounts } from './kept-counts.tsx';
import { useStoresToCount, type StoreToCount } from './stores.ts';
import { texts } from './texts.ts';

const FORM = 'opname';
interface Draft {
  readonly counted: string;
  readonly note: string;
  readonly spans: readonly SpanText[];
}
const EMPTY: Draft = { counted: '', note: '', spans: [] };

/** A blind count of a store, with or without a network. */
export function StockTake() {
  const say = useSay(texts);
  const stores = useStoresToCount();
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <p className="soft">{say('offline')}</p>
      <KeptCounts />
      {stores.error ? (
        <Failing error={stores.error} safe={say('stores.offline')} again={() => void stores.refetch()} />
      ) : !stores.data ? (
        <Loading lines={6} />
      ) : stores.data.length === 0 ? (
        <Empty will={say('stores.empty')} />
      ) : (
        <CountForm stores={stores.data} />
      )}
    </>
  );
}

function CountForm({ stores }: { stores: readonly StoreToCount[] }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const { officer, aheadMs } = useSession();
  const [chosen, choose] = useFilter('gudang');
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, FORM) ?? EMPTY);
  const [tried, setTried] = useState(false);
  /** What the scanner's field has said belongs to the count that it was for. */
  const [round, setRound] = useState(0);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const kept = useDraft(officer.id, FORM, draft, draft !== EMPTY);
  const store = stores.find(({ id }) => id === chosen) ?? (stores.length === 1 ? stores[0] : undefined);
  const counted = readCount(draft.counted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!store || counted === null) return;
    keepCount(officer.id, {
      key: crypto.randomUUID(),
      storeId: store.id,
      store: store.name,
      own: store.own,
      counted,
      note: draft.note.trim() || null,
      countedAt: new Date(Date.now() + aheadMs).toISOString(),
      state: { at: 'waiting' },
    });
    dropDraft(officer.id, FORM);
    setDraft(EMPTY);
    setTried(false);
    setRound(round + 1);
    requestAnimationFrame(() => document.getElementById('hitungan')?.focus());
  };
  return (
    <form noValidate onSubmit={submit}>
      <ChoiceField
        label={say('store')}
        required
        none={say('choose')}
        value={store?.id ?? ''}
        choices={stores.map(({ id, name, office }) => ({ value: id, label: `${name}, ${office}` }))}
        error={tried && !store ? say('store.missing') : undefined}
        onChange={(event) => choose(event.target.value || undefined)}
      />
      <CountField
        label={say('count')}
        hint={say('count.hint')}
        value={draft.counted}
        tried={tried}
        onChange={(text) => set({ counted: text })}
      />
      <details className="act scanner" key={round}>
        <summary>{say('scanner')}</summary>
        <p className="soft">{say('scanner.about')}</p>
        <SpanField
          label={say('serials')}
          name="serials"
          value={draft.spans}
          onChange={(spans) => set({ spans, counted: spans.length > 0 ? String(countSpans(spans)) : '' })}
        />
      </details>
      <TextField
        label={say('note')}
        name="note"
        autoComplete="off"
        maxLength={500}
        value={draft.note}
        onChange={(event) => set({ note: event.target.value })}
      />
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <button type="submit" className="btn">
        {say('submit')}
      </button>
    </form>
  );
}
