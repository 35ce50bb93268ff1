import { startAuthentication } from '@simplewebauthn/browser';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import {
  approveProposalContract,
  challengeProposalContract,
  getProposalContract,
  rejectProposalContract,
  withdrawProposalContract,
  type assertion,
  type proposal,
} from '../../../src/core/approval/contract.ts';
import { useAct } from '../../kit/act.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { GreatAct } from '../../kit/great-act.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { PasswordField, TextField } from '../../kit/text-field.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { usePasskey } from '../sign-in/passkey.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { STANDING } from './standing.ts';

const texts = { id, en };

type Shown = z.output<typeof proposal>;
type Assertion = z.input<typeof assertion>;

/** One proposal for a great act: what will happen, its hash, and the decision of a second person with a fresh proof. */
export function Proposal() {
  const proposalId = useAddressPart('proposalId');
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['proposal', proposalId],
    queryFn: () => client.call(getProposalContract, { proposalId }),
  });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  return <OneProposal proposal={query.data} />;
}

function OneProposal({ proposal: shown }: { proposal: Shown }) {
  const say = useSay(texts);
  const format = useFormat();
  const open = shown.state === 'waiting';
  return (
    <GreatAct
      title={shown.summary}
      sentence={say(open ? 'sentence' : 'sentence.over')}
      state={<Tag standing={STANDING[shown.state]}>{say(`state.${shown.state}`)}</Tag>}
      numbers={[]}
      details={shown.details}
      hash={shown.hash}
      proposedBy={shown.proposedByName ?? say('system')}
      proposedAt={shown.proposedAt}
      expiresAt={shown.expiresAt}
      mayApprove={say('mayApprove')}
      decision={
        shown.decidedAt
          ? `${shown.decidedByName ?? say('system')}, ${format.instant(shown.decidedAt)}${shown.reason ? ` · ${shown.reason}` : ''}`
          : null
      }
    >
      {open && (shown.whyNot === null ? <Decide proposal={shown} /> : <CannotDecide proposal={shown} />)}
    </GreatAct>
  );
}

function CannotDecide({ proposal: { id: proposalId, whyNot } }: { proposal: Shown }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const { state, run } = useAct(client, withdrawProposalContract);
  const finish = useFinish();
  return (
    <>
      <div className="note">
        <p>{say(`whyNot.${whyNot!}`)}</p>
      </div>
      {whyNot === 'own' && (
        <div className="row acts">
          <button
            type="button"
            className="btn stop"
            onClick={() => void run({ proposalId }).then((done) => done && finish('withdrawn'))}
            aria-disabled={state.at === 'sending'}
          >
            {say('withdraw')}
          </button>
        </div>
      )}
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} kept={false} />
    </>
  );
}

function Decide({ proposal: { id: proposalId } }: { proposal: Shown }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const approving = useAct(client, approveProposalContract);
  const rejecting = useAct(client, rejectProposalContract);
  const finish = useFinish();
  const [password, setPassword] = useState('');
  const [reason, setReason] = useState('');
  const approve = async (proof: Assertion) => {
    if (await approving.run({ proposalId, assertion: proof })) finish('approved');
  };
  const passkey = usePasskey(async () => {
    const { challengeId, options } = await client.call(challengeProposalContract, { proposalId }, { patienceMs: 0 });
    const response = await startAuthentication({
      optionsJSON: options as Parameters<typeof startAuthentication>[0]['optionsJSON'],
    });
    await approve({ method: 'passkey', challengeId, response });
  });
  const refused = [approving.state, rejecting.state].find((state) => state.at === 'refused');
  return (
    <>
      <ErrorSummary problem={refused?.at === 'refused' ? refused.problem : null} faults={[]} kept={false} />
      <h2>{say('approve.title')}</h2>
      <p>{say('approve.about')}</p>
      <PasswordField
        label={say('password')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className="row acts">
        <button
          type="button"
          className="btn"
          disabled={password === ''}
          onClick={() => void approve({ method: 'password', password })}
        >
          {say('approve')}
        </button>
        <button type="button" className="btn quiet" onClick={passkey.start} aria-disabled={passkey.busy}>
          {say('approve.passkey')}
        </button>
      </div>
      <h2>{say('reject.title')}</h2>
      <TextField
        label={say('reason')}
        hint={say('reason.hint')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="row acts">
        <button
          type="button"
          className="btn stop"
          disabled={reason.trim().length < 5}
          onClick={() => void rejecting.run({ proposalId, reason }).then((done) => done && finish('rejected'))}
        >
          {say('reject')}
        </button>
      </div>
    </>
  );
}

/** After a decision: say it, ask everything again, go back to the work that is left. */
function useFinish() {
  const say = useSay(texts);
  const tell = useTell();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (became: 'approved' | 'rejected' | 'withdrawn') => {
    tell(STANDING[became], say(`state.${became}`));
    void queries.invalidateQueries();
    void navigate({ to: '/petugas' });
  };
}
