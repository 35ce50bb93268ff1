import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  acceptApplicationContract,
  assignApplicationContract,
  refuseApplicationContract,
  returnApplicationContract,
  submitApplicationContract,
  withdrawApplicationContract,
} from '../../../src/register/application/contract.ts';
import { unmetDocuments, type ApplicationAct } from '../../../src/register/application/rules.ts';
import { useAct } from '../../kit/act.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { useSay, type Say } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { labelOfPath } from '../event/labels.ts';
import { texts as eventTexts, type EventTextKey } from '../event/texts.ts';
import { useEventWords } from '../event/words.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { eventOf, type ApplicationView } from './read.ts';
import { texts } from './texts.ts';

const SCOPE = {
  submit: 'application.create',
  withdraw: 'application.create',
  assign: 'application.decide',
  return: 'application.decide',
  accept: 'application.decide',
  refuse: 'application.decide',
} as const satisfies Record<ApplicationAct, string>;

const STANDING = {
  submit: 'done',
  assign: 'done',
  accept: 'done',
  return: 'waiting',
  refuse: 'stopped',
  withdraw: 'plain',
} as const;

type Reasoned = 'return' | 'refuse' | 'withdraw';

/** What this officer may do with the application now; what needs a reason asks for it before anything happens. */
export function Acts({ application, onChanged }: { application: ApplicationView; onChanged: () => void }) {
  const say = useSay(texts);
  const kit = useSay(kitTexts);
  const sayEvent = useSay(eventTexts);
  const words = useEventWords();
  const { client } = useHouse();
  const { scopes, officer } = useSession();
  const queries = useQueryClient();
  const tell = useTell();
  const [asking, setAsking] = useState<Reasoned | null>(null);
  const [reason, setReason] = useState('');
  const acts = {
    submit: useAct(client, submitApplicationContract),
    assign: useAct(client, assignApplicationContract),
    accept: useAct(client, acceptApplicationContract),
    return: useAct(client, returnApplicationContract),
    refuse: useAct(client, refuseApplicationContract),
    withdraw: useAct(client, withdrawApplicationContract),
  };
  const { id } = application;
  const may = application.mayNext.filter((act) => scopes.includes(SCOPE[act]));
  const mine = application.assignedTo === officer.id;
  const sending = Object.values(acts).some(({ state }) => state.at === 'sending');
  const refused = Object.values(acts).flatMap(({ state }) => (state.at === 'refused' ? [state.problem] : []))[0];
  const lost = Object.values(acts).some(({ state }) => state.at === 'notReached');
  const unmet = unmetDocuments(application.requirements);

  const finish = (act: ApplicationAct) => {
    tell(STANDING[act], say(`done.${act}`));
    void queries.invalidateQueries({ queryKey: ['applications'] });
    void queries.invalidateQueries({ queryKey: ['work'] });
    onChanged();
  };
  const press = async (act: ApplicationAct) => {
    if (sending) return;
    for (const each of Object.values(acts)) each.reset();
    const done =
      act === 'submit' || act === 'assign' || act === 'accept'
        ? await acts[act].run({ id })
        : await acts[act].run({ id, reason });
    if (done) finish(act);
  };
  return (
    <section className="acts-of no-print" aria-labelledby="tindakan">
      <h2 id="tindakan">{say('acts.title')}</h2>
      {application.mayNext.length === 0 && <p className="soft">{say('act.none')}</p>}
      {application.mayNext.length > 0 && may.length === 0 && <p className="soft">{say('act.notYours')}</p>}
      <ErrorSummary problem={refused ?? null} faults={faultLines(application, refused, words, sayEvent)} kept={false} />
      {lost && (
        <div className="note waiting" role="alert">
          <p>{kit('form.notSent')}</p>
        </div>
      )}
      {asking ? (
        <div className="stack">
          <TextField
            label={say('act.reason')}
            hint={say('act.reason.hint')}
            name="reason"
            required
            autoFocus
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="row acts">
            <button
              type="button"
              className="btn stop"
              disabled={reason.trim() === ''}
              aria-disabled={sending || reason.trim() === ''}
              onClick={() => void press(asking)}
            >
              {say(sending ? 'act.sending' : `act.${asking}`)}
            </button>
            <button type="button" className="btn plain" onClick={() => setAsking(null)}>
              {say('act.back')}
            </button>
          </div>
        </div>
      ) : (
        <>
          {may.includes('submit') && <p className="soft">{say('act.submit.about')}</p>}
          {may.includes('accept') && (
            <p className="soft">
              {unmet.length > 0
                ? say('act.accept.unmet', { n: unmet.length, names: unmet.map(words.document).join(', ') })
                : say('act.accept.about')}
            </p>
          )}
          <div className="row acts">
            {may.includes('submit') && (
              <button type="button" className="btn" aria-disabled={sending} onClick={() => void press('submit')}>
                {say(sending ? 'act.sending' : 'act.submit')}
              </button>
            )}
            {may.includes('accept') && (
              <button type="button" className="btn" disabled={unmet.length > 0} onClick={() => void press('accept')}>
                {say(sending ? 'act.sending' : 'act.accept')}
              </button>
            )}
            {may.includes('assign') && !mine && (
              <button
                type="button"
                className={application.state === 'submitted' ? 'btn' : 'btn quiet'}
                aria-disabled={sending}
                onClick={() => void press('assign')}
              >
                {say(application.assignedTo ? 'act.assign.again' : 'act.assign')}
              </button>
            )}
            {may.includes('return') && (
              <button type="button" className="btn quiet" onClick={() => setAsking('return')}>
                {say('act.return')}
              </button>
            )}
            {may.includes('refuse') && (
              <button type="button" className="btn stop" onClick={() => setAsking('refuse')}>
                {say('act.refuse')}
              </button>
            )}
            {may.includes('withdraw') && (
              <button type="button" className="btn plain" onClick={() => setAsking('withdraw')}>
                {say('act.withdraw')}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** The server's faults by the names of what they are about: a document, or a part of the details. */
function faultLines(
  application: ApplicationView,
  problem: { readonly errors: readonly { path: string; message: string }[] } | undefined,
  words: ReturnType<typeof useEventWords>,
  say: Say<EventTextKey>,
) {
  const kind = eventOf(application.kind);
  return (problem?.errors ?? []).map(({ path, message }) => {
    const [first, code = ''] = path.split('.');
    const label = first === 'documents' ? words.document(code) : kind ? labelOfPath(kind, path, words, say) : path;
    return { name: path, label, message };
  });
}
