import { useState } from 'react';
import { issueCertificateContract, openCertificateContract } from '../../../src/register/civil-event/contract.ts';
import { useAct } from '../../kit/act.ts';
import { Failing } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { saveFile } from '../download.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { PURPOSE } from './parts.tsx';
import { texts } from './texts.ts';

type Paper = 'issued' | 'waiting' | 'none';

/** The certificate of an event: to be downloaded, or printed when the press had no time; printing again replaces it. */
export function PaperActs({ eventId, paper, onIssued }: { eventId: string; paper: Paper; onIssued?: () => void }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client } = useHouse();
  const { scopes } = useSession();
  const [state, setState] = useState<Paper>(paper);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const issuing = useAct(client, issueCertificateContract);
  if (paper === 'none') return null;
  const download = async () => {
    setBusy(true);
    setFailed(null);
    try {
      saveFile(await client.call(openCertificateContract, { id: eventId }, { purpose: PURPOSE }));
    } catch (error) {
      setFailed(error);
    }
    setBusy(false);
  };
  const issue = async () => {
    if (!(await issuing.run({ id: eventId }, { purpose: PURPOSE }))) return;
    setState('issued');
    tell('done', say('paper.done'));
    onIssued?.();
  };
  const refused = issuing.state.at === 'refused' ? issuing.state.problem : failed;
  return (
    <section className="paper">
      <div className="row">
        <Tag standing={state === 'issued' ? 'done' : 'waiting'}>
          {say(state === 'issued' ? 'paper.issued' : 'paper.waiting')}
        </Tag>
        {state === 'issued' && (
          <button type="button" className="btn" aria-disabled={busy} onClick={() => void download()}>
            {say(busy ? 'paper.downloading' : 'paper.download')}
          </button>
        )}
        {scopes.includes('document.issue') && (
          <button
            type="button"
            className={state === 'issued' ? 'btn plain' : 'btn'}
            aria-disabled={issuing.state.at === 'sending'}
            onClick={() => void issue()}
          >
            {say(state === 'issued' ? 'paper.reissue' : 'paper.issue')}
          </button>
        )}
      </div>
      {state === 'issued' && scopes.includes('document.issue') && <p className="soft">{say('paper.reissue.why')}</p>}
      {refused ? <Failing error={refused} /> : null}
    </section>
  );
}
