import { useState } from 'react';
import {
  announceDeactivationContract,
  appealDeactivationContract,
  endDeactivationContract,
  refuseAppealContract,
} from '../../../src/register/resident/contract.ts';
import type { PersonView, Standing } from '../../../src/register/resident/schema.ts';
import { StateLine, type Station } from '../../kit/state-line.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { ReasonForm } from '../register/reason-form.tsx';
import { useForgetLooks } from '../register/recorded.ts';
import { texts as registerTexts } from '../register/texts.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

type Open = NonNullable<Standing['deactivation']>;

/** A record set inactive: announced with notice, open to an appeal, ended by a new act; never done at once. */
export function Deactivation({ person, open }: { person: PersonView; open: Open | null }) {
  const say = useSay(texts);
  return (
    <section>
      <h2>{say('deactivation')}</h2>
      {open ? <Underway person={person} open={open} /> : <Announce person={person} />}
    </section>
  );
}

function useDone() {
  const tell = useTell();
  const forget = useForgetLooks();
  return (text: string) => () => {
    tell('done', text);
    void forget();
  };
}

function Announce({ person }: { person: PersonView }) {
  const say = useSay(texts);
  const sayRegister = useSay(registerTexts);
  const done = useDone();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <>
        <p className="soft">{say('announce.about')}</p>
        <button type="button" className="btn quiet" onClick={() => setAsked(true)}>
          {say('announce.begin')}
        </button>
      </>
    );
  }
  return (
    <ReasonForm
      contract={announceDeactivationContract}
      form={`nonaktif.${person.ref}`}
      input={(values) => ({
        ref: person.ref,
        reason: values['reason']!,
        legalBasis: values['legalBasis']!,
        effectiveOn: values['effectiveOn']!,
      })}
      fields={[
        { name: 'effectiveOn', label: say('announce.from'), hint: say('announce.fromHint'), kind: 'date' },
        { name: 'reason', label: sayRegister('element.reason'), hint: sayRegister('field.hint.reason') },
        { name: 'legalBasis', label: sayRegister('element.legalBasis') },
      ]}
      submit={say('announce')}
      busy={say('sending')}
      onDone={done(say('announce.done'))}
    >
      <p className="soft">{say('announce.about')}</p>
    </ReasonForm>
  );
}

function Underway({ person, open }: { person: PersonView; open: Open }) {
  const say = useSay(texts);
  const sayRegister = useSay(registerTexts);
  const { scopes } = useSession();
  const done = useDone();
  const ref = person.ref;
  const reason = { name: 'reason', label: sayRegister('element.reason'), hint: sayRegister('field.hint.reason') };
  return (
    <>
      <StateLine label={say('deactivation')} stations={useStations(open)} />
      <p>
        {open.reason} <span className="soft">· {open.legalBasis}</span>
      </p>
      {open.appeal && <p className="note">{say('appeal.said', { appeal: open.appeal })}</p>}
      {open.appealReason && <p>{say('appeal.refusedBecause', { reason: open.appealReason })}</p>}
      {open.appealState === null && scopes.includes('resident.change') && (
        <details className="act">
          <summary>{say('appeal')}</summary>
          <ReasonForm
            contract={appealDeactivationContract}
            form={`keberatan.${ref}`}
            input={(values) => ({ ref, appeal: values['appeal']! })}
            fields={[{ name: 'appeal', label: say('appeal.text'), hint: say('appeal.hint') }]}
            submit={say('appeal')}
            busy={say('sending')}
            onDone={done(say('appeal.done'))}
          />
        </details>
      )}
      {open.appealState === 'open' && scopes.includes('resident.deactivate') && (
        <details className="act">
          <summary>{say('refuse')}</summary>
          <ReasonForm
            contract={refuseAppealContract}
            form={`tolak-keberatan.${ref}`}
            input={(values) => ({ ref, reason: values['reason']! })}
            fields={[reason]}
            submit={say('refuse')}
            busy={say('sending')}
            onDone={done(say('refuse.done'))}
          />
        </details>
      )}
      {scopes.includes('resident.deactivate') && (
        <details className="act">
          <summary>{say(open.inForce ? 'end' : 'withdraw')}</summary>
          <ReasonForm
            contract={endDeactivationContract}
            form={`akhiri-nonaktif.${ref}`}
            input={(values) => ({ ref, reason: values['reason']! })}
            fields={[reason]}
            submit={say(open.inForce ? 'end' : 'withdraw')}
            busy={say('sending')}
            onDone={done(say('end.done'))}
          />
        </details>
      )}
    </>
  );
}

function useStations(open: Open): Station[] {
  const say = useSay(texts);
  const format = useFormat();
  const appeal: Station[] = open.appealState
    ? [
        {
          name: say(`appeal.${open.appealState}`),
          when: open.appealState === 'open' ? 'now' : 'past',
          ...(open.appealedOn ? { date: open.appealedOn } : {}),
          ...(open.appealState === 'open' ? { who: say('station.decides') } : {}),
        },
      ]
    : [];
  return [
    { name: say('station.announced'), when: 'past', date: open.noticedOn },
    ...appeal,
    open.inForce
      ? { name: say('station.inForce'), when: 'now', date: open.effectiveOn }
      : {
          name: say('station.takesEffect'),
          when: open.appealState === 'open' ? 'next' : 'now',
          note: format.date(open.effectiveOn),
          who: say('station.mayAppeal'),
        },
    { name: say('station.ends'), when: 'next', who: say('station.decides') },
  ];
}
