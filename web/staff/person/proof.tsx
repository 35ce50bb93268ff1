import { useQuery } from '@tanstack/react-query';
import { openLookProofContract } from '../../../src/register/resident/contract.ts';
import { EvidenceDrawer } from '../../kit/evidence-drawer.tsx';
import { walkProof } from '../../kit/log-proof.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useLabelName } from '../ledger/label.ts';
import { useLook } from '../register/recorded.ts';
import { texts } from './texts.ts';

/** The entry behind a line and the proof that the log contains it, checked here and not only said. */
export function Proof({ personRef, entryId, onClose }: { personRef: string; entryId: string; onClose: () => void }) {
  const say = useSay(texts);
  return (
    <EvidenceDrawer key={entryId} title={say('proof.title')} open onClose={onClose}>
      <Shown personRef={personRef} entryId={entryId} />
    </EvidenceDrawer>
  );
}

function Shown({ personRef, entryId }: { personRef: string; entryId: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const labelName = useLabelName();
  const query = useLook(openLookProofContract, { ref: personRef, entryId });
  const proven = query.data;
  const check = useQuery({
    queryKey: ['inclusion', entryId, proven?.checkpoint],
    queryFn: () => walkProof(proven!),
    enabled: proven !== undefined,
    staleTime: Infinity,
  });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!proven) return <Loading lines={8} />;
  const checkpoint = check.data?.claimed;
  return (
    <dl>
      <dt>{say('proof.what')}</dt>
      <dd>{labelName(proven.entry.label)}</dd>
      <dt>{say('proof.place')}</dt>
      <dd>{say('proof.number', { seq: format.number(proven.seq), size: format.number(checkpoint?.size ?? 0) })}</dd>
      <dt>{say('proof.checked')}</dt>
      <dd>
        {check.data === undefined ? (
          say('proof.checking')
        ) : check.data.holds && check.data.leaf === proven.leafHash ? (
          <Tag standing="done">{say('proof.holds', { count: proven.proof.length })}</Tag>
        ) : (
          <Tag standing="stopped">{say('proof.fails')}</Tag>
        )}
      </dd>
      <dt>{say('proof.id')}</dt>
      <dd className="hash">{proven.entry.id}</dd>
      <dt>{say('proof.leaf')}</dt>
      <dd className="hash">{proven.leafHash}</dd>
      <dt>{say('proof.root')}</dt>
      <dd className="hash">{checkpoint?.root ?? ''}</dd>
      <dt>{say('proof.origin')}</dt>
      <dd className="hash">{checkpoint?.origin ?? ''}</dd>
    </dl>
  );
}
