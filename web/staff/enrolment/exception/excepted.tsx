import { Link } from '@tanstack/react-router';
import { sendBackContract } from '../../../../src/recording/enrolment/contract.ts';
import { useArrival } from '../../../kit/arrival.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ReasonForm } from '../../register/reason-form.tsx';
import { useSession } from '../../session.tsx';
import { Pictures } from '../picture/picture.tsx';
import { Approve } from './approve.tsx';
import type { Packet } from './exceptions.tsx';
import { texts } from './texts.ts';

/** One recording: who was recorded by whom, what is missing and why, the pictures that there are, and the two ways on. */
export function Excepted({
  packet,
  onChange,
  onEnd,
}: {
  packet: Packet;
  onChange: () => Promise<unknown>;
  onEnd: () => void;
}) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const heading = useArrival();
  const { scopes } = useSession();
  const { name } = packet;
  return (
    <article>
      <h2 ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <dl className="facts">
        <dt>{say('by')}</dt>
        <dd>{packet.officer ?? '–'}</dd>
        <dt>{say('at')}</dt>
        <dd>{packet.office ?? say('elsewhere')}</dd>
        <dt>{say('lives')}</dt>
        <dd>{packet.place}</dd>
        <dt>{say('since')}</dt>
        <dd>{format.instant(packet.since)}</dd>
      </dl>
      {packet.ref && (
        <p>
          <Link
            to={'/petugas/penduduk/$ref' as '/petugas'}
            params={{ ref: packet.ref } as never}
            search={{ bagian: 'perekaman' } as never}
            preload={false}
          >
            {say('person')}
          </Link>
        </p>
      )}
      {packet.own && (
        <div className="note waiting">
          <p>{say('own.note')}</p>
        </div>
      )}
      <h3>{say('exceptions')}</h3>
      <Approve packet={packet} onChange={onChange} onEnd={onEnd} />
      {scopes.includes('enrolment.image') && (
        <>
          <h3>{say('pictures')}</h3>
          {packet.pictures.length === 0 ? (
            <p className="soft">{say('pictures.none')}</p>
          ) : (
            <Pictures packetId={packet.id} items={packet.pictures} name={name} />
          )}
        </>
      )}
      {!packet.own && (
        <details className="act">
          <summary>{say('return')}</summary>
          <p>{say('back.about')}</p>
          <ReasonForm
            contract={sendBackContract}
            form={`kembalikan.${packet.id}`}
            input={({ reason = '' }) => ({ id: packet.id, reason })}
            fields={[{ name: 'reason', label: say('back.reason'), hint: say('back.hint') }]}
            submit={say('back.submit')}
            busy={say('back.busy')}
            onDone={() => {
              tell('done', say('back.done', { name }));
              onEnd();
              void onChange();
            }}
          />
        </details>
      )}
    </article>
  );
}
