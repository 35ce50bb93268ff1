import { createContext, useContext, useId, useState, type FormEvent, type ReactNode } from 'react';
import { useSay } from '../../kit/text.tsx';
import { useSession } from '../session.tsx';
import { en } from './en.ts';
import { id } from './id.ts';
import { keepPurpose, keptPurpose, lastPurpose } from './kept.ts';

const texts = { id, en };

export interface Purpose {
  readonly code: string;
  readonly label: string;
}

const PurposeContext = createContext<Purpose | null>(null);

/** Why the person on this page was opened; goes with every call about him. */
export function usePurpose(): Purpose {
  const purpose = useContext(PurposeContext);
  if (!purpose) throw new Error('nobody has said why this person is opened');
  return purpose;
}

/** A page whose work is itself the purpose (deciding a case of identity). */
export function FixedPurpose({ code, children }: { code: string; children: ReactNode }) {
  const label = useSession().purposes.find((each) => each.code === code)?.label ?? code;
  return <PurposeContext value={{ code, label }}>{children}</PurposeContext>;
}

/** Asks once why `of` (a person's or a family's reference) is opened; what stands below is not even asked for before. */
export function PurposeGate({ of, title, children }: { of: string; title: string; children: ReactNode }) {
  const { officer, purposes } = useSession();
  const [stated, setStated] = useState<{ of: string; code: string } | null>(null);
  const code = stated?.of === of ? stated.code : keptPurpose(officer.id, of);
  const purpose = purposes.find((each) => each.code === code);
  if (purpose) return <PurposeContext value={purpose}>{children}</PurposeContext>;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {title}
      </h1>
      <PurposeForm
        onState={(chosen) => {
          keepPurpose(officer.id, of, chosen);
          setStated({ of, code: chosen });
        }}
      />
    </>
  );
}

/** The small step itself: the purposes of the session, the last one stated marked, Enter opens. */
export function PurposeForm({ onState }: { onState: (code: string) => void }) {
  const say = useSay(texts);
  const { officer, purposes } = useSession();
  const name = useId();
  const [chosen, setChosen] = useState(() => lastPurpose(officer.id) ?? purposes[0]?.code ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) onState(chosen);
  };
  return (
    <form className="purpose" onSubmit={submit}>
      <fieldset className="options">
        <legend>{say('question')}</legend>
        <p className="soft">{say('why')}</p>
        {purposes.map((purpose) => (
          <label key={purpose.code}>
            <input
              type="radio"
              name={name}
              checked={purpose.code === chosen}
              autoFocus={purpose.code === chosen}
              onChange={() => setChosen(purpose.code)}
            />
            {purpose.label}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="btn">
        {say('open')}
      </button>
    </form>
  );
}
