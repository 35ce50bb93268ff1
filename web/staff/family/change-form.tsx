import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { CallOf } from '../../../src/core/http/contract.ts';
import type {
  formFamilyContract,
  joinFamilyContract,
  replaceHeadContract,
  splitFamilyContract,
} from '../../../src/register/family/contract.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { useHouse } from '../house.tsx';
import { keepPurpose } from '../purpose/kept.ts';
import { usePurpose } from '../purpose/purpose.tsx';
import { useForgetLooks } from '../register/recorded.ts';
import { texts as registerTexts } from '../register/texts.ts';
import { useRegisterWords } from '../register/words.ts';
import { useSession } from '../session.tsx';
import { AddressFields, addressMissing, addressSent } from './address-fields.tsx';
import type { HeldChange } from './change-draft.ts';
import { MEMBERS, seatFault, seatsSent } from './changes.ts';
import { texts } from './texts.ts';

type Contract =
  | typeof formFamilyContract
  | typeof joinFamilyContract
  | typeof splitFamilyContract
  | typeof replaceHeadContract;

/** What every change of a card has in common: who sits how, where if it is a new card, why, and what the server says of it. */
export function ChangeForm(given: {
  contract: Contract;
  /** The card that is changed; absent for a new one. */
  familyRef?: string;
  held: HeldChange;
  head: 'one' | 'none';
  /** Whether the change makes a card at an address of its own. */
  address?: boolean;
  submit: string;
  children: ReactNode;
}) {
  const { form, draft, change, touched } = given.held;
  const { seats, address, reason } = draft;
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const sayRegister = useSay(registerTexts);
  const words = useRegisterWords();
  const tell = useTell();
  const navigate = useNavigate();
  const forget = useForgetLooks();
  const { client } = useHouse();
  const { officer } = useSession();
  const { code: purpose } = usePurpose();
  const [tried, setTried] = useState(false);
  const act = useAct(client, given.contract as typeof formFamilyContract);
  const kept = useDraft(officer.id, form, draft, touched && act.state.at !== 'done');
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const wrong = seatFault(seats, { head: given.head });
  const missing = [...(given.address ? addressMissing(address) : []), ...(reason.trim() ? [] : ['reason'])];
  const error = (name: string) =>
    tried && missing.includes(name)
      ? sayKit('fault.required')
      : problem?.errors.find((fault) => fault.path === name)?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong || missing.length > 0 || act.state.at === 'sending') return;
    const input = {
      ...(given.familyRef ? { ref: given.familyRef } : {}),
      ...(given.address ? { address: addressSent(address) } : {}),
      members: seatsSent(seats),
      reason,
    } as CallOf<typeof formFamilyContract>;
    const done = await act.run(input, { purpose });
    if (!done) return;
    dropDraft(officer.id, form);
    keepPurpose(officer.id, done.ref, purpose);
    tell('done', say('done'));
    await forget();
    void navigate({ to: '/petugas/keluarga/$ref' as '/petugas', params: { ref: done.ref } as never });
  };
  const names = ['address.villageCode', 'address.address', 'address.rt', 'address.rw', 'address.postalCode', 'reason'];
  const faults = [
    ...(tried && wrong ? [{ name: MEMBERS, label: say('section.members'), message: say(wrong) }] : []),
    ...names.flatMap((name) => {
      const message = error(name);
      return message ? [{ name, label: words.element(name.split('.').at(-1)!), message }] : [];
    }),
  ];
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problem={tried && (wrong || missing.length > 0) ? null : problem} faults={faults} />
      <FormSection title={say('section.members')} about={say('section.membersAbout')}>
        {given.children}
        {tried && wrong && <p className="fault">{say(wrong)}</p>}
      </FormSection>
      {given.address && (
        <FormSection title={say('section.address')} about={say('section.addressAbout')}>
          <AddressFields address={address} onChange={(next) => change({ address: next })} error={error} />
        </FormSection>
      )}
      <FormSection title={say('section.reason')}>
        <TextField
          name="reason"
          label={words.element('reason')}
          hint={sayRegister('field.hint.reason')}
          value={reason}
          maxLength={500}
          autoComplete="off"
          required
          error={error('reason')}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </FormSection>
      <p className="soft" role="status">
        {kept && sayKit('form.draftKept')}
      </p>
      <Submit state={act.state} busy={say('sending')}>
        {given.submit}
      </Submit>
    </form>
  );
}
