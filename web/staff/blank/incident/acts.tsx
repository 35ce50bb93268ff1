import { useState } from 'react';
import {
  closeIncidentContract,
  identifyBlanksContract,
  incidentPoliceContract,
  noteIncidentContract,
  takeUpIncidentContract,
} from '../../../../src/cards/blank/incident/contract.ts';
import { OUTCOMES, type Outcome } from '../../../../src/cards/blank/incident/rules.ts';
import type { Incident } from '../../../../src/cards/blank/incident/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActButton } from '../../disposal/form/act-button.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useMay } from '../../ask.tsx';
import { instantOf } from '../../disposal/form/instant.ts';
import { useSession } from '../../session.tsx';
import { useRefreshBlanks } from '../ask.ts';
import { CodeField } from '../scan/code-field.tsx';
import { Freeze } from './freeze.tsx';
import type { Chosen } from './incident.tsx';
import { texts } from './texts.ts';

/** What this officer can do about it now; whoever had the blanks in hand reads and adds notes. */
export function Acts({ incident, chosen }: { incident: Incident; chosen: Chosen }) {
  const say = useSay(texts);
  const mayNote = useMay('blank.incident.report');
  const { state, mayDecide } = incident;
  if (state === 'closed') return null;
  return (
    <section className="no-print">
      <h2>{say('acts')}</h2>
      {!mayDecide && <p className="note sealed">{say('party')}</p>}
      {mayDecide && state === 'reported' && <TakeUp incident={incident} />}
      {mayDecide && (
        <>
          <Identify incident={incident} />
          <Freeze key={chosen?.what ?? ''} way="freeze" incident={incident} chosen={chosen} />
          {incident.frozen > 0 && <Freeze way="lift" incident={incident} chosen={null} />}
          <Police incident={incident} />
        </>
      )}
      {mayNote && <Note incident={incident} />}
      {mayDecide && <Close incident={incident} />}
    </section>
  );
}

function TakeUp({ incident: { id } }: { incident: Incident }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefreshBlanks();
  return (
    <div className="take-up">
      <p>{say('takeUp.about')}</p>
      <ActButton
        contract={takeUpIncidentContract}
        input={{ id }}
        label={say('takeUp')}
        onDone={() => {
          tell('done', say('takeUp.done'));
          refresh();
        }}
      />
    </div>
  );
}

function Identify({ incident: { id } }: { incident: Incident }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefreshBlanks();
  const [seen, setSeen] = useState<readonly string[]>([]);
  return (
    <details className="act">
      <summary>{say('identify')}</summary>
      <ActForm
        contract={identifyBlanksContract}
        form={`kenali.${id}`}
        title={say('identify')}
        about={say('identify.about')}
        submit={say('identify.submit')}
        questions={() => []}
        missing={seen.length === 0 ? say('identify.missing') : undefined}
        inputOf={() => ({ id, seen: [...seen] })}
        onDone={({ known, unknown }) => {
          setSeen([]);
          tell('done', say('identify.done', { known, unknown: unknown.length }));
          refresh();
        }}
      >
        <CodeField
          label={say('identify.seen')}
          hint={say('identify.hint')}
          name="identified"
          value={seen}
          onChange={setSeen}
        />
      </ActForm>
    </details>
  );
}

function Police({ incident: { id } }: { incident: Incident }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefreshBlanks();
  return (
    <details className="act">
      <summary>{say('policeAct')}</summary>
      <ActForm
        contract={incidentPoliceContract}
        form={`polisi.${id}`}
        title={say('policeAct')}
        submit={say('policeAct')}
        questions={() => [
          { name: 'number', label: say('police.number'), most: 80 },
          { name: 'office', label: say('police.office'), most: 120 },
        ]}
        inputOf={({ number = '', office = '' }) => ({ id, number: number.trim(), office: office.trim() })}
        onDone={() => {
          tell('done', say('police.done'));
          refresh();
        }}
      />
    </details>
  );
}

function Note({ incident: { id } }: { incident: Incident }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefreshBlanks();
  const { office } = useSession();
  return (
    <details className="act">
      <summary>{say('note')}</summary>
      <ActForm
        contract={noteIncidentContract}
        form={`catatan.${id}`}
        title={say('note')}
        about={say('note.about')}
        submit={say('note')}
        questions={() => [
          { name: 'words', label: say('note.words'), kind: 'words', most: 2_000 },
          { name: 'on', label: say('note.on'), kind: 'date' },
          { name: 'at', label: say('note.time'), hint: say('note.time.hint'), kind: 'time' },
        ]}
        inputOf={({ words = '', on = '', at = '' }) => ({
          id,
          words: words.trim(),
          at: instantOf(on, at, office.zone),
        })}
        onDone={() => {
          tell('done', say('note.done'));
          refresh();
        }}
      />
    </details>
  );
}

function Close({ incident: { id, frozen } }: { incident: Incident }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefreshBlanks();
  const outcomes = OUTCOMES.map((each) => ({ value: each, label: say(`outcome.${each}`) }));
  return (
    <details className="act">
      <summary>{say('close')}</summary>
      {frozen > 0 ? (
        <p className="note waiting">{say('close.frozen', { n: frozen })}</p>
      ) : (
        <ActForm
          contract={closeIncidentContract}
          form={`tutup.${id}`}
          title={say('close')}
          about={say('close.about')}
          submit={say('close')}
          questions={() => [
            { name: 'outcome', label: say('close.outcome'), kind: 'choice', choices: outcomes },
            { name: 'words', label: say('close.words'), kind: 'words', least: 5 },
          ]}
          inputOf={({ outcome, words = '' }) => ({ id, outcome: outcome as Outcome, words: words.trim() })}
          onDone={() => {
            tell('done', say('close.done'));
            refresh();
          }}
        />
      )}
    </details>
  );
}
