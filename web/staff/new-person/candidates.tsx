import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { checkDuplicatesContract } from '../../../src/register/resident/contract.ts';
import type { ActState } from '../../kit/act.ts';
import type { Answer } from '../../kit/client.ts';
import { inFours } from '../../kit/format.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { SideBySide } from '../../kit/side-by-side.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { officeToAsk } from '../find/office.ts';
import { regionPath } from '../../kit/region-picker.tsx';
import { useRegisterWords } from '../register/words.ts';
import { texts } from './texts.ts';
import type { NewPerson } from './values.ts';

export type Candidate = Answer<typeof checkDuplicatesContract>['people'][number];

/** Those who may be this person already, likeliest first, each beside what was filled in; each must be said to be somebody else. */
export function Candidates(given: {
  person: NewPerson;
  candidates: readonly Candidate[];
  state: ActState;
  onBack: () => void;
  onEnter: (looked: readonly string[]) => void;
}) {
  const { candidates, state } = given;
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set());
  const left = candidates.length - looked.size;
  const look = (ref: string, seen: boolean) => {
    const next = new Set(looked);
    if (seen) next.add(ref);
    else next.delete(ref);
    setLooked(next);
  };
  return (
    <>
      <h1 className="page-title" tabIndex={-1} ref={(heading) => heading?.focus({ preventScroll: true })}>
        {say('likely', { count: candidates.length })}
      </h1>
      <p>{say('likely.about')}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      {candidates.map((candidate) => (
        <OneCandidate
          key={candidate.ref}
          person={given.person}
          candidate={candidate}
          seen={looked.has(candidate.ref)}
          onSeen={(seen) => look(candidate.ref, seen)}
        />
      ))}
      {state.at === 'notReached' && (
        <div className="note waiting" role="alert">
          <p>{sayKit('form.notSent')}</p>
        </div>
      )}
      <p className="soft" role="status">
        {say('likely.left', { count: left })}
      </p>
      <div className="row">
        <button
          type="button"
          className="btn"
          aria-disabled={left > 0 || state.at === 'sending'}
          onClick={() => left === 0 && state.at !== 'sending' && given.onEnter([...looked])}
        >
          {say(state.at === 'sending' ? 'entering' : 'enter')}
        </button>
        <button type="button" className="btn plain" onClick={given.onBack}>
          {say('back')}
        </button>
      </div>
    </>
  );
}

export function OneCandidate({
  person: { values, village },
  candidate,
  seen,
  onSeen,
}: {
  person: NewPerson;
  candidate: Candidate;
  seen: boolean;
  onSeen: (seen: boolean) => void;
}) {
  const say = useSay(texts);
  const words = useRegisterWords();
  const format = useFormat();
  const capital = (text: string | undefined) => (text ?? '').toUpperCase();
  const reasons = candidate.reasons.map((reason) => words.room(`duplicate.${reason}`) ?? reason).join(', ');
  return (
    <section className="candidate">
      <h2>{candidate.name}</h2>
      <p className="soft">{say('likely.because', { percent: format.percent(candidate.score * 100, 0), reasons })}</p>
      <SideBySide
        caption={say('likely.compare')}
        left={say('likely.typed')}
        right={say('likely.registered')}
        rows={[
          { label: 'NIK', left: say('likely.noNik'), right: inFours(candidate.nik), same: null },
          {
            label: words.element('name'),
            left: values['name'] ?? null,
            right: candidate.name,
            // A masked name cannot be compared; that it is alike the reasons say.
            same: candidate.masked ? null : capital(values['name']) === capital(candidate.name),
          },
          {
            label: words.element('birthDate'),
            left: words.value('birthDate', values['birthDate']),
            right: words.value('birthDate', candidate.birthDate),
          },
          ...(candidate.birthPlace
            ? [
                {
                  label: words.element('birthPlace'),
                  left: values['birthPlace'] ?? null,
                  right: candidate.birthPlace,
                  same: capital(values['birthPlace']) === capital(candidate.birthPlace),
                },
              ]
            : []),
          {
            label: words.element('sex'),
            left: words.code('sex', Number(values['sex'])),
            right: words.code('sex', candidate.sex),
          },
          {
            label: words.element('villageCode'),
            // As far as the other side says it: village, district, regency.
            left: village && regionPath(village).split(', ').slice(0, 3).join(', '),
            right: candidate.place,
            same: village?.code === candidate.villageCode,
          },
          { label: words.element('state'), left: null, right: words.state(candidate.state), same: null },
        ]}
      />
      <div className="row">
        <label className="tick">
          <input type="checkbox" checked={seen} onChange={(event) => onSeen(event.target.checked)} />
          {say('likely.looked')}
          <span className="unseen">: {candidate.name}</span>
        </label>
        {candidate.masked ? (
          <span className="soft">{say('likely.ask', { office: officeToAsk(candidate.place) })}</span>
        ) : (
          <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: candidate.ref } as never}>
            {say('likely.open')}
            <span className="unseen">: {candidate.name}</span>
          </Link>
        )}
      </div>
    </section>
  );
}
