import { useState, type FormEvent } from 'react';
import { shipCardsContract } from '../../../../src/cards/card/check/contract.ts';
import type { HereCard } from '../../../../src/cards/card/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { OfficePicker, type PickedOffice } from '../../office/office-picker.tsx';
import { useSession } from '../../session.tsx';
import { CardPage, useGo } from '../go.tsx';
import { useForgetCards, useHere } from '../read.ts';
import { useCardWords } from '../words.ts';
import { PickCards } from './pick.tsx';

/** Checked cards go to the counter at which they are handed over; until that one says so, they are this office's to account for. */
export function SendCards() {
  const { say } = useCardWords();
  const query = useHere();
  const cards = query.data?.cards.filter(({ state }) => state === 'CHECKED' || state === 'AT_COUNTER');
  return (
    <CardPage title={say('send.title')}>
      <p className="soft">{say('send.about')}</p>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !cards ? (
        <Loading lines={8} />
      ) : cards.length === 0 ? (
        <Empty will={say('send.empty')} />
      ) : (
        <SendForm cards={cards} />
      )}
    </CardPage>
  );
}

interface Draft {
  readonly picked: readonly string[];
  readonly office: PickedOffice | null;
}
const FORM = 'kartu.kirim';

function SendForm({ cards }: { cards: readonly HereCard[] }) {
  const { say, state: stateWord } = useCardWords();
  const tell = useTell();
  const go = useGo();
  const { client } = useHouse();
  const { officer, office: own } = useSession();
  const forget = useForgetCards();
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, FORM) ?? { picked: [], office: null });
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, shipCardsContract);
  // What was sent by somebody else meanwhile is ticked no longer.
  const picked = new Set(draft.picked.filter((id) => cards.some((card) => card.id === id)));
  useDraft(officer.id, FORM, draft, (draft.picked.length > 0 || draft.office !== null) && state.at !== 'done');
  const { office } = draft;
  const same = office?.id === own.id;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (picked.size === 0 || !office || same || state.at === 'sending') return;
    const done = await run({ ids: [...picked], toOfficeId: office.id });
    if (done === null) return;
    dropDraft(officer.id, FORM);
    tell('done', say('send.done', { n: done.sent, office: office.name }));
    await forget();
    await go('/terima');
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      <OfficePicker
        label={say('send.to')}
        name="toOffice"
        required
        value={office}
        error={tried && !office ? say('send.to.missing') : same ? say('send.to.same') : undefined}
        onChange={(next) => setDraft({ ...draft, office: next })}
      />
      <PickCards
        label={say('send.which')}
        cards={cards.map((card) => ({ ...card, note: stateWord(card.state) }))}
        picked={picked}
        error={tried && picked.size === 0 ? say('pick.missing') : undefined}
        onChange={(next) => setDraft({ ...draft, picked: [...next] })}
      />
      <Submit state={state} busy={say('sending')}>
        {say('send.submit', { n: picked.size })}
      </Submit>
    </form>
  );
}
