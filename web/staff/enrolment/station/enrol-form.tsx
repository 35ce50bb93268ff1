import { useState, type FormEvent } from 'react';
import { enrolStationContract } from '../../../../src/recording/enrolment/station/contract.ts';
import { lettersOf } from '../../../../src/recording/enrolment/station/rules.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useSay } from '../../../kit/text.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { beginEnrolment, dropEnrolment, keepDevice } from './device.ts';
import { texts } from './texts.ts';
import { DEVICE_KEY } from './use-device.ts';

const LETTERS = 20;

/** Makes this browser a station with a code. A code whose answer was lost gives the same station again. */
export function EnrolForm() {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const { officer } = useSession();
  const act = useAct(client, enrolStationContract);
  const [code, setCode] = useState('');
  const [short, setShort] = useState<number | null>(null);
  const [unable, setUnable] = useState(false);
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (act.state.at === 'sending') return;
    const count = lettersOf(code).length;
    setShort(count === LETTERS ? null : count);
    if (count !== LETTERS) return;
    const begun = await beginEnrolment(code).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
      throw error;
    });
    setUnable(begun === null);
    if (!begun) return;
    const { signingKey, publicKey, proof, idempotencyKey } = begun;
    const input = { code: lettersOf(code), publicKey, proof };
    const done = await act.run(input, { idempotencyKey, onRefused: () => void dropEnrolment() });
    if (!done) return;
    const { id, name, officeId, centreKey, now } = done;
    const station = { id, name, officeId, centreKey, signingKey, publicKey };
    await keepDevice({ ...station, enrolledAt: now, enrolledBy: officer.name });
    void navigator.storage?.persist?.().catch(() => false);
    tell('done', say('enrol.done', { name }));
    await queries.invalidateQueries({ queryKey: DEVICE_KEY });
    await queries.invalidateQueries({ queryKey: ['stations'] });
  };
  const fault =
    short === null
      ? problem?.errors.find(({ path }) => path === 'code')?.message
      : say('enrol.code.short', { count: short });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h3>{say('enrol.title')}</h3>
      <p className="soft">{say('enrol.about')}</p>
      <ErrorSummary
        problem={short === null ? problem : null}
        faults={fault ? [{ name: 'code', label: say('enrol.code'), message: fault }] : []}
      />
      {unable && (
        <div className="note stopped" role="alert">
          <p>{say('enrol.unable')}</p>
        </div>
      )}
      <TextField
        label={say('enrol.code')}
        hint={say('enrol.code.hint')}
        name="code"
        className="mono"
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        value={code}
        error={fault}
        onChange={(event) => {
          setCode(event.target.value);
          setShort(null);
        }}
      />
      <Submit state={act.state} busy={say('enrol.busy')}>
        {say('enrol.submit')}
      </Submit>
    </form>
  );
}
