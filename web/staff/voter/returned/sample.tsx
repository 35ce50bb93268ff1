import { useState, type FormEvent } from 'react';
import { enterFindingContract, openSampleContract } from '../../../../src/sharing/voter/returned/contract.ts';
import { FINDINGS, ofHundred, type Finding } from '../../../../src/sharing/voter/returned/rules.ts';
import type { OpenedSample } from '../../../../src/sharing/voter/returned/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Failing } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { Asked, useMay } from '../../ask.tsx';
import { Go } from '../../go.tsx';
import { useHouse } from '../../house.tsx';
import { PurposeGate } from '../../purpose/purpose.tsx';
import { useForgetLooks, useLook } from '../../register/recorded.ts';
import { useRefresh } from '../ask.ts';
import { ByList, ByRegister } from './lines.tsx';
import { texts } from './texts.ts';
import { useReason, useWhich, type Which } from './words.ts';

const STANDING: Readonly<Record<Finding, Standing>> = { right: 'done', wrong: 'stopped', unclear: 'waiting' };

/** A sample on its way: its rows in the order in which the log drew them, each with what was found. */
export function ReturnedSample() {
  const id = useAddressPart('listId');
  const say = useSay(texts);
  const which = useWhich();
  if (!which) return <Failing error={new Error('no such reason')} />;
  return (
    <PurposeGate key={id} of={id} title={say('rows.purpose')}>
      <Shown id={id} which={which} />
    </PurposeGate>
  );
}

function Shown({ id, which }: { id: string; which: Which }) {
  const say = useSay(texts);
  const { name } = useReason()(which);
  const query = useLook(openSampleContract, { id, ...which });
  return (
    <>
      <p className="soft no-print">
        <Go to={`/pemilih/daftar-kpu/${id}`}>{say('list')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('sample.title', { reason: name })}
      </h1>
      <p>{say('samples.about')}</p>
      <Asked query={query}>
        {(sample) => (
          <>
            <Sentence sample={sample} />
            <p className="no-print">
              <button type="button" className="btn quiet" onClick={() => window.print()}>
                {say('print')}
              </button>
            </p>
            <ol className="plain-list">
              {sample.lines.map((each) => (
                <li key={each.place} className="sampled">
                  <Drawn id={id} which={which} drawn={each} />
                </li>
              ))}
            </ol>
          </>
        )}
      </Asked>
    </>
  );
}

function Sentence({ sample: { n, right, wrong, unclear, between } }: { sample: OpenedSample }) {
  const say = useSay(texts);
  return (
    <p className="lead" role="status">
      {between
        ? say('sample.sentence', { n: right + wrong, right, ...ofHundred(between) })
        : `${say('sample.of', { done: right + wrong + unclear, n })}: ${say('sample.none')}.`}{' '}
      {unclear > 0 && say('sample.unclearToo', { n: unclear })}
    </p>
  );
}

function Drawn({ id, which, drawn }: { id: string; which: Which; drawn: OpenedSample['lines'][number] }) {
  const say = useSay(texts);
  const format = useFormat();
  const mayFind = useMay('voter.returned.manage');
  const { place, line, finding } = drawn;
  return (
    <section aria-label={say('finding.title', { place })}>
      <h2>
        {say('sample.place')}
        {place}
        {line.row !== null && ` · ${say('rows.row')} ${format.number(line.row)}`}{' '}
        {finding && <Tag standing={STANDING[finding.finding]}>{say(`finding.${finding.finding}`)}</Tag>}
      </h2>
      <dl className="facts">
        {line.row !== null && (
          <>
            <dt>{say('rows.list')}</dt>
            <dd>
              <ByList line={line} />
            </dd>
          </>
        )}
        <dt>{say('rows.register')}</dt>
        <dd>
          <ByRegister line={line} reason={which.reason} />
        </dd>
        {finding && (
          <>
            <dt>{say('finding.which')}</dt>
            <dd>
              {finding.note}{' '}
              <span className="soft block">{[format.instant(finding.at), finding.by].filter(Boolean).join(', ')}</span>
            </dd>
          </>
        )}
      </dl>
      {mayFind && <FindingForm key={finding?.at ?? ''} id={id} which={which} drawn={drawn} />}
    </section>
  );
}

function FindingForm({ id, which, drawn }: { id: string; which: Which; drawn: OpenedSample['lines'][number] }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const forget = useForgetLooks();
  const { client } = useHouse();
  const { place, finding: before } = drawn;
  const [finding, setFinding] = useState<Finding | ''>(before?.finding ?? '');
  const [note, setNote] = useState(before?.note ?? '');
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, enterFindingContract);
  const none = finding === '' ? say('finding.which.missing') : undefined;
  const short = finding !== '' && finding !== 'right' && note.trim().length < 10 ? say('finding.note.hint') : undefined;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (finding === '' || short || state.at === 'sending') return;
    if ((await run({ id, ...which, place, finding, note: note.trim() })) === null) return;
    tell('done', say('finding.saved'));
    refresh();
    void forget();
  };
  return (
    <details className="no-print" open={before === null}>
      <summary>{say('finding.save')}</summary>
      <form noValidate aria-label={say('finding.title', { place })} onSubmit={(event) => void send(event)}>
        <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
        <ChoiceField
          label={say('finding.which')}
          name="finding"
          required
          none={say('finding.which.missing')}
          value={finding}
          error={tried ? none : undefined}
          choices={FINDINGS.map((value) => ({ value, label: say(`finding.${value}`) }))}
          onChange={(event) => setFinding(event.target.value as Finding | '')}
        />
        <TextField
          label={say('finding.note')}
          hint={say('finding.note.hint')}
          name="note"
          autoComplete="off"
          maxLength={500}
          value={note}
          error={tried ? short : undefined}
          onChange={(event) => setNote(event.target.value)}
        />
        <Submit state={state} busy={say('busy')}>
          {say('finding.save')}
        </Submit>
      </form>
    </details>
  );
}
