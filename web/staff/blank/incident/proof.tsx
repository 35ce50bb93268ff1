import { Link } from '@tanstack/react-router';
import type { Incident } from '../../../../src/cards/blank/incident/schema.ts';
import type { Traced } from '../../../../src/cards/blank/schema.ts';
import { EvidenceDrawer } from '../../../kit/evidence-drawer.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useSession } from '../../session.tsx';
import { MovementProof } from '../stock/movement-proof.tsx';
import { texts as wordTexts } from '../words/texts.ts';
import { texts } from './texts.ts';

/** What the drawer shows: a movement that brought blanks to a store, or an act on the incident. */
export type Proven =
  | { readonly what: 'movement'; readonly movement: Traced['movements'][number] }
  | { readonly what: 'event'; readonly event: Incident['events'][number] };

export const keyOf = (proven: Proven | null) =>
  proven && (proven.what === 'movement' ? proven.movement.id : proven.event.entryId + proven.event.kind);

export function IncidentProof({ proven, onClose }: { proven: Proven; onClose: () => void }) {
  return proven.what === 'movement' ? (
    <MovementProof movement={proven.movement} onClose={onClose} />
  ) : (
    <EventProof event={proven.event} onClose={onClose} />
  );
}

function EventProof({ event, onClose }: { event: Incident['events'][number]; onClose: () => void }) {
  const say = useSay(texts);
  const word = useSay(wordTexts);
  const format = useFormat();
  const { scopes } = useSession();
  const { kind, at, recordedAt, by, askedBy, n, words, entryId } = event;
  return (
    <EvidenceDrawer key={entryId} title={say(`event.${kind}`)} open onClose={onClose}>
      <dl>
        <dt>{word('proof.at')}</dt>
        <dd>{format.instant(at)}</dd>
        <dt>{word('proof.recorded')}</dt>
        <dd>{format.instant(recordedAt)}</dd>
        <dt>{word('proof.by')}</dt>
        <dd>{by ?? word('proof.public')}</dd>
        {askedBy && (
          <>
            <dt>{word('proof.asked')}</dt>
            <dd>{askedBy}</dd>
          </>
        )}
        {n !== null && (
          <>
            <dt>{say('blanks')}</dt>
            <dd>{format.number(n)}</dd>
          </>
        )}
        {words && (
          <>
            <dt>{say('words')}</dt>
            <dd>{words}</dd>
          </>
        )}
        <dt>{word('proof.entry')}</dt>
        <dd>
          <span className="hash">{entryId}</span>{' '}
          {scopes.includes('ledger.read') && (
            <Link to={`/petugas/jejak/${entryId}` as '/petugas'}>{word('proof.open')}</Link>
          )}
        </dd>
      </dl>
    </EvidenceDrawer>
  );
}
