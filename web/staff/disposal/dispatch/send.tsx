import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { listBagsContract, sendBagsContract } from '../../../../src/cards/disposal/contract.ts';
import { listOfficesContract } from '../../../../src/register/office/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Empty } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { OfficePicker, type PickedOffice } from '../../office/office-picker.tsx';
import { useSession } from '../../session.tsx';
import { Asked, useAsk, useRefresh } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { sameCode, ScanField } from '../form/scan-field.tsx';
import { BagTags, type Bag } from '../words/bag-state.tsx';
import { texts } from './texts.ts';

const FORM = 'pemusnahan.kirim';

/** Sealed bags leave the store for another office: scanned one after another, or chosen from the list. */
export function SendBags() {
  const say = useSay(texts);
  const query = useAsk(listBagsContract, {});
  return (
    <>
      <p className="soft no-print">
        <Go to="/pemusnahan/kiriman">{say('send.back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('send')}
      </h1>
      <Asked query={query}>
        {({ bags }) => {
          const here = bags.filter((bag) => bag.here);
          const ready = here.filter(({ state, held }) => state === 'STORED' && !held);
          if (ready.length > 0) return <SendForm bags={here} ready={ready} />;
          return <Empty will={say('send.none')} how={<Go to="/pemusnahan/kantong">{say('send.none.how')}</Go>} />;
        }}
      </Asked>
    </>
  );
}

interface Draft {
  readonly bags: readonly string[];
  /** Not yet touched: the centre. */
  readonly to?: PickedOffice | null;
}

function SendForm({ bags, ready }: { bags: readonly Bag[]; ready: readonly Bag[] }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const { client } = useHouse();
  const { officer, office } = useSession();
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, FORM) ?? { bags: [] });
  const [tried, setTried] = useState(false);
  // The summary takes the focus: it tells of the last press and goes with the next change, so that it never comes while an office is typed.
  const [told, setTold] = useState<readonly { name: string; label: string; message: string }[]>([]);
  const { state, run } = useAct(client, sendBagsContract);
  const centre = useCentre();
  const to = draft.to === undefined ? (centre && centre.id !== office.id ? centre : null) : draft.to;
  const chosen = ready.filter(({ id }) => draft.bags.includes(id));
  const kept = useDraft(officer.id, FORM, draft, draft.bags.length > 0 && state.at !== 'done');
  const change = (part: Partial<Draft>) => {
    setTold([]);
    setDraft((before) => ({ ...before, ...part }));
  };
  const choose = (ids: readonly string[]) => change({ bags: ids });
  const onCode = (code: string): string | undefined => {
    const bag = bags.find(({ number, seal }) => sameCode(number, code) || sameCode(seal, code));
    if (!bag) return say('send.scan.unknown', { code });
    const { id, number, held } = bag;
    if (held) return say('send.scan.held', { number });
    if (bag.state !== 'STORED') return say('send.scan.state', { number });
    if (draft.bags.includes(id)) return say('send.scan.twice', { number });
    choose([...draft.bags, id]);
    return undefined;
  };
  const toFault = to === null ? say('send.fault.to') : to.id === office.id ? say('send.fault.own') : undefined;
  const faults = [
    ...(chosen.length === 0 ? [{ name: 'bag', label: say('send.scan'), message: say('send.fault.bags') }] : []),
    ...(toFault === undefined ? [] : [{ name: 'toOffice', label: say('to'), message: toFault }]),
  ];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setTold(faults);
    if (faults.length > 0 || state.at === 'sending') return;
    const done = await run({ bags: chosen.map(({ id }) => id), toOffice: to!.id });
    if (done === null) return;
    dropDraft(officer.id, FORM);
    tell('done', say('send.done', { number: done.number }));
    refresh();
    void navigate({ to: '/petugas/pemusnahan/kiriman' as '/petugas' });
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={told} />
      <ScanField
        label={say('send.scan')}
        hint={say('send.scan.hint')}
        name="bag"
        focused
        error={tried && chosen.length === 0 ? say('send.fault.bags') : undefined}
        onCode={onCode}
      />
      <ChooseBags bags={ready} chosen={chosen} onChange={choose} />
      <OfficePicker
        key={centre ? 'ready' : 'waiting'}
        label={say('to')}
        hint={say('send.to.hint')}
        name="toOffice"
        required
        value={to}
        error={tried ? toFault : undefined}
        onChange={(picked) => change({ to: picked })}
      />
      <WillHappen bags={chosen} to={toFault === undefined ? to : null} />
      <p className="soft" role="status">
        {kept && draft.bags.length > 0 && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('send.busy')}>
        {say('send.submit')}
      </Submit>
    </form>
  );
}

/** Where bags go unless something else is chosen. */
function useCentre(): PickedOffice | undefined {
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['offices', 'centre'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => (await client.call(listOfficesContract, { kind: 'ditjen' }, { signal })).offices[0],
  });
  return query.data && { id: query.data.id, name: query.data.name };
}

function ChooseBags({
  bags,
  chosen,
  onChange,
}: {
  bags: readonly Bag[];
  chosen: readonly Bag[];
  onChange: (ids: readonly string[]) => void;
}) {
  const say = useSay(texts);
  const ids = chosen.map(({ id }) => id);
  return (
    <fieldset className="options">
      <legend>{say('send.list')}</legend>
      <label className="tick">
        <input
          type="checkbox"
          checked={chosen.length === bags.length}
          onChange={(event) => onChange(event.target.checked ? bags.map(({ id }) => id) : [])}
        />
        <span>{say('send.all')}</span>
      </label>
      {bags.map((bag) => (
        <label className="tick" key={bag.id}>
          <input
            type="checkbox"
            checked={ids.includes(bag.id)}
            onChange={(event) => onChange(event.target.checked ? [...ids, bag.id] : ids.filter((id) => id !== bag.id))}
          />
          <span>
            {say('send.bag', { number: bag.number, seal: bag.seal ?? '–', n: bag.n ?? 0, place: bag.place ?? '–' })}{' '}
            {bag.overdue && <BagTags bag={bag} />}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function WillHappen({ bags, to }: { bags: readonly Bag[]; to: PickedOffice | null }) {
  const say = useSay(texts);
  const n = bags.reduce((sum, bag) => sum + (bag.n ?? 0), 0);
  return (
    <section aria-live="polite">
      <h2>{say('send.preview')}</h2>
      {bags.length > 0 && to ? (
        <>
          <p className="lead">{say('send.sentence', { bags: bags.length, n, to: to.name })}</p>
          <p className="mono wraps">{bags.map(({ number }) => number).join(', ')}</p>
        </>
      ) : (
        <p className="soft">{say('send.preview.none')}</p>
      )}
    </section>
  );
}
