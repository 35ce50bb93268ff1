import { useRef, useState, type FormEvent } from 'react';
import { traceBlankContract } from '../../../../src/cards/blank/contract.ts';
import type { Traced } from '../../../../src/cards/blank/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { Failing, Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { Found } from './found.tsx';
import { texts } from './texts.ts';

/** A serial has up to 18 digits, a UID 14 hexadecimal ones, however a reader groups them. */
const SHAPE = /^([0-9]{1,18}|[0-9A-F]{14})$/i;

/** From a serial or a UID to everybody who ever held the piece. What was asked stands in no address. */
export function Trace() {
  const say = useSay(texts);
  const { client } = useHouse();
  const { state, run } = useAct(client, traceBlankContract);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const [found, setFound] = useState<Traced | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (state.at === 'sending') return;
    const what = typed.replaceAll(/[\s.:-]/g, '');
    if (what === '') return setFault(say('what.missing'));
    if (!SHAPE.test(what)) return setFault(say('what.box'));
    setFault(undefined);
    setFound(null);
    setFound(await run({ what }));
    // The next scan takes the place of this one.
    field.current?.select();
  };
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{say('about')}</p>
      <form noValidate onSubmit={(event) => void submit(event)} className="trace-form">
        <TextField
          ref={field}
          label={say('what')}
          hint={say('what.hint')}
          name="what"
          className="identifier"
          required
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={typed}
          error={fault}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Submit state={state} busy={say('searching')}>
          {say('submit')}
        </Submit>
      </form>
      {state.at === 'refused' && <Failing error={state.problem} />}
      {state.at === 'sending' && <Loading lines={8} />}
      {found && <Found traced={found} />}
    </>
  );
}
