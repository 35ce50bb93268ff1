import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { freezeBlanksContract } from '../../../../src/cards/blank/incident/contract.ts';
import type { Incident } from '../../../../src/cards/blank/incident/schema.ts';
import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useRefreshBlanks } from '../ask.ts';
import { SpanField } from '../scan/span-field.tsx';
import { joined } from './chain.ts';
import type { Chosen } from './incident.tsx';
import { texts } from './texts.ts';

/** Freezes blanks so that nothing moves them, or lifts that; more than one box waits for a second person. */
export function Freeze({ way, incident, chosen }: { way: 'freeze' | 'lift'; incident: Incident; chosen: Chosen }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefreshBlanks();
  const [spans, setSpans] = useState<readonly SpanText[]>(chosen?.spans ?? []);
  const [waits, setWaits] = useState<string | null>(null);
  const summary = useRef<HTMLElement>(null);
  // Whoever chose above goes on here.
  useEffect(() => {
    if (chosen) summary.current?.focus();
  }, [chosen]);
  const { id } = incident;
  const near = way === 'freeze' ? incident.spans : incident.frozenSpans;
  return (
    <details className="act" open={chosen !== null}>
      <summary ref={summary}>{say(way)}</summary>
      {waits && (
        <div className="note waiting" role="status">
          <p>
            {say('waits')} <Link to={`/petugas/usul/${waits}` as '/petugas'}>{say('waits.open')}</Link>
          </p>
        </div>
      )}
      <ActForm
        contract={freezeBlanksContract}
        form={`${way}.${id}`}
        title={say(way)}
        about={say(`${way}.about`)}
        submit={say(way)}
        questions={() => [{ name: 'reason', label: say('because'), least: 5 }]}
        missing={spans.length === 0 ? say('spans.missing') : undefined}
        inputOf={({ reason = '' }) => ({ id, way, spans: [...spans], reason: reason.trim() })}
        onDone={({ n, proposalId }) => {
          setSpans([]);
          setWaits(proposalId);
          if (proposalId === null) tell('done', say(`${way}.done`, { n }));
          refresh();
        }}
      >
        <SpanField label={say(`${way}.serials`)} name={way} boxes={false} value={spans} onChange={setSpans} />
        {near.length > 0 && (
          <p>
            <button type="button" className="link" onClick={() => setSpans((before) => joined(before, near))}>
              {say(way === 'freeze' ? 'freeze.seen' : 'lift.all')}
            </button>
          </p>
        )}
      </ActForm>
    </details>
  );
}
