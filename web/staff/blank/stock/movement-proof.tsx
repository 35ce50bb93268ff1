import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EvidenceDrawer } from '../../../kit/evidence-drawer.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useSession } from '../../session.tsx';
import { useBlankWords } from '../words/words.ts';
import type { Movement } from './movements.tsx';
import { texts } from './texts.ts';

/** What a movement is: from where to where, who, when, why, and its entry in the log. */
export function MovementProof({
  movement,
  onClose,
  children,
}: {
  movement: Movement;
  onClose: () => void;
  children?: ReactNode;
}) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useBlankWords();
  const { scopes } = useSession();
  const { from, to } = movement;
  return (
    <EvidenceDrawer key={movement.id} title={say('proof.title')} open onClose={onClose}>
      <dl>
        <dt>{say('move.what')}</dt>
        <dd>
          {words.move(movement.kind)}, {words.pieces(movement.n)}
        </dd>
        <dt>{say('move.way')}</dt>
        <dd>
          {from ? `${from.store}, ${words.state(from.state)}` : say('proof.supplier')} → {to.store},{' '}
          {words.state(to.state)}
        </dd>
        <dt>{say('proof.occurred')}</dt>
        <dd>{format.instant(movement.at)}</dd>
        <dt>{say('proof.recorded')}</dt>
        <dd>
          {format.instant(movement.recordedAt)}, {movement.officer}
        </dd>
        {movement.reason && (
          <>
            <dt>{say('proof.reason')}</dt>
            <dd>{movement.reason}</dd>
          </>
        )}
        <dt>{say('proof.id')}</dt>
        <dd className="hash">{movement.id}</dd>
        <dt>{say('proof.entry')}</dt>
        <dd>
          <span className="hash">{movement.entryId}</span>{' '}
          {scopes.includes('ledger.read') && (
            <Link to={`/petugas/jejak/${movement.entryId}` as '/petugas'}>{say('proof.open')}</Link>
          )}
        </dd>
      </dl>
      {children}
    </EvidenceDrawer>
  );
}
