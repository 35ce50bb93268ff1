import { Link, useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { searchResidentsContract } from '../../../../src/register/resident/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { inFours } from '../../../kit/format.ts';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { WorkList } from '../../../kit/work-list.tsx';
import { useConnection, useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { takenAlong, type AlongList } from '../queue/taken-along.ts';
import type { Device } from '../station/device.ts';
import { DeviceGate } from './device-gate.tsx';
import { dropDraft, listDrafts, type Draft } from './draft.ts';
import { NamedForm, type Named } from './named-form.tsx';
import { PATHS } from './paths.ts';
import { Recording } from './recording.tsx';
import type { Subject } from './subject.ts';
import { texts } from './texts.ts';
import { typedKey } from './typed-subject.tsx';
import './capture.css';

/** Where a recording begins without the queue: from the list taken along, from a draft, or by a NIK. */
export function CaptureStart() {
  return <DeviceGate>{(device) => <Begin device={device} />}</DeviceGate>;
}

function Begin({ device }: { device: Device }) {
  const say = useSay(texts);
  const [subject, setSubject] = useState<Subject | null>(null);
  if (subject) return <Recording device={device} subject={subject} purpose={say('purpose.recording')} />;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{say('start.about', { device: device.name })}</p>
      <Drafts onTake={setSubject} />
      <Along />
      <ByNik onSubject={setSubject} />
    </>
  );
}

function Drafts({ onTake }: { onTake: (subject: Subject) => void }) {
  const say = useSay(texts);
  const format = useFormat();
  const navigate = useNavigate();
  const { officer } = useSession();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const list = () =>
    void listDrafts(officer.id).then(setDrafts, () => {
      // A device that keeps nothing has no drafts.
    });
  useEffect(list, [officer.id]);
  if (drafts.length === 0) return null;
  const take = ({ subject }: Draft) =>
    subject.ref ? void navigate({ to: PATHS.one, params: { ref: subject.ref } as never }) : onTake(subject);
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{say('drafts')}</h2>
      <ul className="drafts">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <div>
              <b>{draft.subject.name}</b>
              <div className="soft">
                <span className="mono">{inFours(draft.subject.nik)}</span> ·{' '}
                {say('drafts.begun', { age: format.age(draft.begun, Date.now()) })}
              </div>
            </div>
            <div className="row">
              <button type="button" className="btn" onClick={() => take(draft)}>
                {say('drafts.go')}
                <span className="unseen"> {draft.subject.name}</span>
              </button>
              <button type="button" className="btn plain" onClick={() => void dropDraft(draft.id).then(list)}>
                {say('drafts.drop')}
                <span className="unseen"> {draft.subject.name}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Along() {
  const say = useSay(texts);
  const format = useFormat();
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['capture', 'along'],
    queryFn: async (): Promise<AlongList | null> => takenAlong.list().catch(() => null),
    staleTime: 0,
  });
  const list = query.data;
  return (
    <section>
      <h2>{say('along')}</h2>
      {list ? (
        <>
          <p className="soft">
            {say('along.about', {
              title: list.title,
              day: format.date(list.day),
              age: format.age(list.takenAt, Date.now()),
            })}
          </p>
          <WorkList
            label={say('along')}
            empty={say('along.empty')}
            now={Date.now()}
            onOpen={({ key }) => void navigate({ to: PATHS.one, params: { ref: key } as never })}
            items={list.people.map((person) => ({
              key: person.ref,
              title: person.number === null ? person.name : `${person.number}. ${person.name}`,
              why: `${inFours(person.nik)} · ${format.date(person.birthDate)} · ${person.place}`,
              tag: person.standing.may ? undefined : <Tag standing="stopped">{say('along.mayNot')}</Tag>,
            }))}
          />
        </>
      ) : (
        <p className="soft">
          {say('along.none')} <Link to={PATHS.queue}>{say('toQueue')}</Link>
        </p>
      )}
    </section>
  );
}

/** With a network the register is asked; without one the NIK is taken as it was typed, and marked so. */
function ByNik({ onSubject }: { onSubject: (subject: Subject) => void }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const lost = useConnection().lostSince !== null;
  const act = useAct(client, searchResidentsContract);
  const [unknown, setUnknown] = useState<string | null>(null);
  const [typed, setTyped] = useState<Named | null>(null);
  const begin = async (named: Named) => {
    setUnknown(null);
    setTyped(null);
    const offline = lost || !navigator.onLine;
    const answer = offline ? null : await act.run({ nik: named.nik }, { patienceMs: 4_000 });
    if (answer) {
      const found = answer.people.at(0);
      if (!found) return setUnknown(say('named.unknown'));
      queries.setQueryData(typedKey(found.ref), named);
      return void navigate({ to: PATHS.one, params: { ref: found.ref } as never });
    }
    setTyped(named);
  };
  const refused = act.state.at === 'refused' ? act.state.problem.title : null;
  return (
    <section aria-labelledby="by-nik">
      <h2 id="by-nik">{say('byNik')}</h2>
      <p className="soft">{say(lost ? 'byNik.offline' : 'byNik.about')}</p>
      <NamedForm
        submit={say('byNik.begin')}
        busy={act.state.at === 'sending'}
        fault={unknown ?? refused}
        onNamed={(named) => void begin(named)}
      />
      {unknown && (
        <p>
          <Link to={PATHS.newPerson}>{say('toNewPerson')}</Link>
        </p>
      )}
      {typed && !refused && (
        <div className="note waiting" role="alert">
          <p>{say('byNik.unchecked', { name: typed.name, nik: inFours(typed.nik) })}</p>
          <button
            type="button"
            className="btn"
            autoFocus
            onClick={() => onSubject({ ...typed, ref: null, facts: [], from: 'typed', again: false })}
          >
            {say('byNik.unchecked.go')}
          </button>
        </div>
      )}
    </section>
  );
}
