import { useState } from 'react';
import { issueCertificateContract, openCertificateContract } from '../../../src/register/civil-event/contract.ts';
import type { recordedShape } from '../../../src/register/civil-event/schema.ts';
import type { z } from 'zod';
import { useAct } from '../../kit/act.ts';
import { Failing } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { saveFile } from '../download.ts';
import { useHouse } from '../house.tsx';
import { PURPOSE } from './parts.tsx';
import { texts } from './texts.ts';
import { useEventWords } from './words.ts';

type Paper = z.output<typeof recordedShape>['papers'][number];

/** The certificates of an event, husband's and wife's each their own: to be downloaded, or printed when the press had no time. */
export function PaperActs(given: { eventId: string; papers: readonly Paper[]; onIssued?: () => void }) {
  const { eventId, papers, onIssued } = given;
  const say = useSay(texts);
  if (papers.length === 0) return null;
  return (
    <section className="paper" aria-label={say('paper.title')}>
      {papers.map((paper) => (
        <OnePaper
          key={paper.ref + paper.role}
          eventId={eventId}
          paper={paper}
          alone={papers.length === 1}
          onIssued={onIssued}
        />
      ))}
      {papers.some(({ state, mayPrint }) => mayPrint && state === 'issued') && (
        <p className="soft no-print">{say('paper.reissue.why', whatOf(papers[0]!))}</p>
      )}
    </section>
  );
}

/** A move and a stillbirth give a letter, all else an excerpt of its deed. */
const whatOf = ({ role }: Paper) => ({ what: role === 'mover' || role === 'mother' ? 'letter' : 'excerpt' });

function OnePaper(given: { eventId: string; paper: Paper; alone: boolean; onIssued: (() => void) | undefined }) {
  const { eventId, paper, alone } = given;
  const say = useSay(texts);
  const words = useEventWords();
  const tell = useTell();
  const { client } = useHouse();
  const [state, setState] = useState(paper.state);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const issuing = useAct(client, issueCertificateContract);
  const asked = { id: eventId, holder: paper.ref };
  const what = whatOf(paper);
  const download = async () => {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    try {
      saveFile(await client.call(openCertificateContract, asked, { purpose: PURPOSE }));
    } catch (error) {
      setFailed(error);
    }
    setBusy(false);
  };
  const issue = async () => {
    if (issuing.state.at === 'sending' || !(await issuing.run(asked, { purpose: PURPOSE }))) return;
    setState('issued');
    tell('done', say('paper.done', what));
    given.onIssued?.();
  };
  const refused = issuing.state.at === 'refused' ? issuing.state.problem : failed;
  const forWhom = alone ? null : <span className="unseen">: {words.role(paper.role)}</span>;
  return (
    <>
      <div className="row">
        {!alone && <b>{say('paper.for', { role: words.role(paper.role).toLowerCase() })}</b>}
        <Tag standing={state === 'issued' ? 'done' : 'waiting'}>
          {say(state === 'issued' ? 'paper.issued' : 'paper.waiting', what)}
        </Tag>
        {state === 'issued' && (
          <button type="button" className="btn" aria-disabled={busy} onClick={() => void download()}>
            {busy ? say('paper.downloading') : say('paper.download', what)}
            {forWhom}
          </button>
        )}
        {paper.mayPrint && (
          <button
            type="button"
            className={state === 'issued' ? 'btn plain' : 'btn'}
            aria-disabled={issuing.state.at === 'sending'}
            onClick={() => void issue()}
          >
            {say(state === 'issued' ? 'paper.reissue' : 'paper.issue', what)}
            {forWhom}
          </button>
        )}
      </div>
      {refused ? <Failing error={refused} /> : null}
    </>
  );
}
