import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { searchResidentsContract } from '../../../src/register/resident/contract.ts';
import type { FoundPerson } from '../../../src/register/resident/schema.ts';
import { formatDateShort, inFours } from '../../kit/format.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { WorkList } from '../../kit/work-list.tsx';
import { useHouse } from '../house.tsx';
import { STATE_STANDING, useRegisterWords } from '../register/words.ts';
import { useSession } from '../session.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { NothingFound } from './nothing-found.tsx';
import { texts } from './texts.ts';
import { NO_WORDS, readWords, WORDS_KEY, type SearchWords, type WordsFault } from './words.ts';

const SEARCH_KEY = ['register', 'search'];

/** One box for NIK, family card number or name. What was found stays while a person is opened and one comes back. */
export function Find() {
  const say = useSay(texts);
  const queries = useQueryClient();
  // Given by the box in the bar, or left from a moment ago; kept with the session's reads, so it goes with the sign-out.
  const sent = useQuery({ queryKey: WORDS_KEY, queryFn: () => NO_WORDS, staleTime: Infinity, gcTime: Infinity }).data;
  const words = sent ?? NO_WORDS;
  // Under words that cannot be searched for, what was found before would pass for their answer.
  const [refused, setRefused] = useState(false);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{say('about')}</p>
      <SearchForm
        key={`${words.text}\n${words.birth}`}
        words={words}
        onSearch={(next) => {
          setRefused(false);
          queries.setQueryData(WORDS_KEY, next);
          // In the same words once more: what failed is tried again, what was found stands.
          if (next.text === words.text && next.birth === words.birth)
            void queries.refetchQueries({
              queryKey: SEARCH_KEY,
              type: 'active',
              predicate: ({ state }) => state.status === 'error',
            });
        }}
        onRefused={() => setRefused(true)}
      />
      {!refused && <Found words={words} />}
    </>
  );
}

const isOfBirth = (fault: WordsFault) => fault === 'birth' || fault === 'notOnCalendar';

function SearchForm(given: { words: SearchWords; onSearch: (words: SearchWords) => void; onRefused: () => void }) {
  const { words, onSearch } = given;
  const say = useSay(texts);
  const [typed, setTyped] = useState(words);
  const [tried, setTried] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const birthBox = useRef<HTMLInputElement>(null);
  const read = readWords(typed);
  const fault = tried && 'fault' in read ? read : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ('asked' in read) onSearch(typed);
    else {
      given.onRefused();
      (isOfBirth(read.fault) ? birthBox : box).current?.focus();
    }
  };
  return (
    <form className="find" role="search" onSubmit={submit}>
      <TextField
        ref={box}
        label={say('text')}
        hint={say('text.hint')}
        autoComplete="off"
        spellCheck={false}
        // Only the first time: after a search the outcome has the focus, so that j and Enter go on from there.
        autoFocus={words.text === ''}
        maxLength={80}
        value={typed.text}
        error={fault && !isOfBirth(fault.fault) ? say(`fault.${fault.fault}`, { count: fault.digits ?? 0 }) : undefined}
        onChange={(event) => setTyped({ ...typed, text: event.target.value })}
      />
      <TextField
        ref={birthBox}
        label={say('birth')}
        hint={say('birth.hint')}
        className="short"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        value={typed.birth}
        error={fault && isOfBirth(fault.fault) ? say(`fault.${fault.fault}`) : undefined}
        onChange={(event) => setTyped({ ...typed, birth: event.target.value })}
      />
      <button type="submit" className="btn">
        {say('search')}
      </button>
    </form>
  );
}

function Found({ words }: { words: SearchWords }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const navigate = useNavigate();
  const read = readWords(words);
  const asked = 'asked' in read ? read.asked : null;
  const query = useQuery({
    queryKey: [...SEARCH_KEY, asked],
    queryFn: ({ signal }) => client.call(searchResidentsContract, asked!, { signal }),
    enabled: asked !== null,
    // Whoever stands in an answer has it in the list of looks; it is not asked again unseen.
    staleTime: Infinity,
    gcTime: 10 * 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { scopes } = useSession();
  const why = useWhy();
  if (!asked) return <p className="soft find-hint">{say('before')}</p>;
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={6} />;
  const { people, more } = query.data;
  const inside = people.filter((person) => !person.masked);
  const outside = people.filter((person) => person.masked);
  return (
    <div className="found" aria-live="polite">
      <h2 tabIndex={-1} ref={(heading) => heading?.focus({ preventScroll: true })}>
        {say('found', { count: inside.length })}
      </h2>
      {more && <p className="soft">{say('more')}</p>}
      {inside.length > 0 && (
        <WorkList
          label={say('list')}
          empty=""
          now={0}
          onOpen={(item) =>
            void navigate({ to: '/petugas/penduduk/$ref' as '/petugas', params: { ref: item.key } as never })
          }
          items={inside.map((person) => ({
            key: person.ref,
            title: person.name,
            why: why(person),
            tag: <State person={person} />,
          }))}
        />
      )}
      {outside.length > 0 && <Elsewhere people={outside} />}
      {inside.length === 0 && <NothingFound asked={asked} elsewhere={outside.length > 0} />}
      {inside.length > 0 && scopes.includes('resident.create') && (
        <p className="soft not-among">
          {say('notAmong')} <Link to={'/petugas/penduduk-baru' as '/petugas'}>{say('enter')}</Link>
        </p>
      )}
    </div>
  );
}

function State({ person }: { person: FoundPerson }) {
  const words = useRegisterWords();
  return <Tag standing={STATE_STANDING[person.state]}>{words.state(person.state)}</Tag>;
}

/** The line that tells people of one name apart: NIK, birth, where. */
function useWhy() {
  const words = useRegisterWords();
  return (person: FoundPerson) =>
    [
      inFours(person.nik),
      [person.birthPlace, formatDateShort(person.birthDate)].filter(Boolean).join(', '),
      words.code('sex', person.sex),
      person.place,
    ]
      .filter(Boolean)
      .join(' · ');
}
