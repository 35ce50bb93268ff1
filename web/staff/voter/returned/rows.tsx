import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import {
  drawSampleContract,
  exportReturnedContract,
  openReturnedRowsContract,
} from '../../../../src/sharing/voter/returned/contract.ts';
import type { ReturnedLine } from '../../../../src/sharing/voter/returned/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Failing, Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useAddressPart, useFilter } from '../../address.ts';
import { useMay } from '../../ask.tsx';
import { saveFile } from '../../download.ts';
import { Go } from '../../go.tsx';
import { useHouse } from '../../house.tsx';
import { PurposeGate, usePurpose } from '../../purpose/purpose.tsx';
import { useLook } from '../../register/recorded.ts';
import { useRefresh } from '../ask.ts';
import { Lines } from './lines.tsx';
import { texts } from './texts.ts';
import { useReason, useWhich, type Which } from './words.ts';

/** The rows of one reason, for whoever has said why he looks. */
export function ReturnedRows() {
  const id = useAddressPart('listId');
  const say = useSay(texts);
  const which = useWhich();
  if (!which) return <Failing error={new Error('no such reason')} />;
  return (
    <PurposeGate key={id} of={id} title={say('rows.purpose')}>
      <Shown key={`${which.side} ${which.reason}`} id={id} which={which} />
    </PurposeGate>
  );
}

function Shown({ id, which }: { id: string; which: Which }) {
  const say = useSay(texts);
  const wordsOf = useReason();
  const nameOf = wordsOf(which);
  const [regency] = useFilter('wilayah');
  const within = regency === undefined ? {} : { regency };
  // Each page is a look of its own, and stays when the next one is asked for.
  const [pages, setPages] = useState<readonly string[]>(['']);
  return (
    <>
      <p className="soft no-print">
        <Go to={`/pemilih/daftar-kpu/${id}`}>{say('list')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('rows.title', { reason: nameOf.name })}
      </h1>
      <p>{nameOf.todo}</p>
      <Taking id={id} which={{ ...which, ...within }} />
      {pages.map((after, n) => (
        <Page
          key={after}
          given={{ id, ...which, ...within, ...(after === '' ? {} : { after }) }}
          label={say('rows.title', { reason: nameOf.name })}
          onNext={n === pages.length - 1 ? (next) => setPages((was) => [...was, next]) : null}
        />
      ))}
    </>
  );
}

type PageGiven = { readonly id: string; readonly regency?: string; readonly after?: string } & Which;

function Page(given: { given: PageGiven; label: string; onNext: ((after: string) => void) | null }) {
  const say = useSay(texts);
  const query = useLook(openReturnedRowsContract, given.given);
  if (query.error && !query.data) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={6} />;
  const { lines, next } = query.data;
  const { onNext } = given;
  return (
    <>
      <Lines lines={lines as readonly ReturnedLine[]} label={given.label} reason={given.given.reason} />
      {next !== null && onNext && (
        <p className="no-print">
          <button type="button" className="btn quiet" onClick={() => onNext(next)}>
            {say('rows.more')}
          </button>
        </p>
      )}
    </>
  );
}

/** All rows as a file, and a sample of them. */
function Taking({ id, which }: { id: string; which: Which & { readonly regency?: string } }) {
  const say = useSay(texts);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { client } = useHouse();
  const { code } = usePurpose();
  const taking = useAct(client, exportReturnedContract);
  const drawing = useAct(client, drawSampleContract);
  const mayDraw = useMay('voter.returned.manage');
  const [n, setN] = useState('50');
  const [tried, setTried] = useState(false);
  const wrong = !/^[0-9]{1,4}$/.test(n) || Number(n) < 1 || Number(n) > 1000;
  const refusal = [taking.state, drawing.state].find(({ at }) => at === 'refused');
  const { side, reason } = which;
  const draw = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong || drawing.state.at === 'sending') return;
    if ((await drawing.run({ id, side, reason, n: Number(n) })) === null) return;
    refresh();
    await navigate({
      to: `/petugas/pemilih/daftar-kpu/${id}/sampel` as '/petugas',
      search: { sisi: side, sebab: reason } as never,
    });
  };
  const take = async () => {
    if (taking.state.at === 'sending') return;
    const file = await taking.run({ id, ...which }, { purpose: code });
    if (file) saveFile(file);
  };
  return (
    <div className="no-print">
      <ErrorSummary problem={refusal?.at === 'refused' ? refusal.problem : null} faults={[]} kept={false} />
      <p className="row">
        <button
          type="button"
          className="btn quiet"
          aria-disabled={taking.state.at === 'sending'}
          onClick={() => void take()}
        >
          {say(taking.state.at === 'sending' ? 'rows.csv.busy' : 'rows.csv')}
        </button>
      </p>
      {mayDraw && (
        <details>
          <summary>{say('sample.draw')}</summary>
          <form noValidate aria-label={say('sample.draw')} onSubmit={(event) => void draw(event)}>
            <p>{say('samples.about')}</p>
            <TextField
              label={say('sample.draw.n')}
              hint={say('sample.draw.hint')}
              name="n"
              inputMode="numeric"
              required
              value={n}
              error={tried && wrong ? say('sample.draw.fault') : undefined}
              onChange={(event) => setN(event.target.value.trim())}
            />
            <Submit state={drawing.state} busy={say('busy')}>
              {say('sample.draw')}
            </Submit>
          </form>
        </details>
      )}
    </div>
  );
}
