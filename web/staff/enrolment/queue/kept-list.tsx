import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../../kit/data-table.tsx';
import { formatDateShort, inFours } from '../../../kit/format.ts';
import { useNow } from '../../../kit/now.ts';
import { Empty } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { RecordLink } from './numbers.tsx';
import { ALONG_KEY } from './read.ts';
import { takenAlong, type AlongList, type AlongPerson } from './taken-along.ts';
import { texts } from './texts.ts';

/** The list that was taken along: in the queue's place while there is no network, else below it and closed. */
export function KeptList({ offline }: { offline: boolean }) {
  const say = useSay(texts);
  const query = useQuery({ queryKey: ALONG_KEY, queryFn: takenAlong.list });
  const list = query.data ?? null;
  if (!list) return offline && !query.isPending ? <Empty will={say('kept.none')} /> : null;
  if (!offline)
    return (
      <details className="act no-print">
        <summary>{say('kept.title')}</summary>
        <Kept list={list} />
      </details>
    );
  return (
    <section>
      <h2>{say('kept.title')}</h2>
      <div className="note waiting" role="status">
        <p>{say('kept.offline')}</p>
      </div>
      <Kept list={list} />
    </section>
  );
}

function Kept({ list }: { list: AlongList }) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const { queries } = useHouse();
  const now = useNow(60_000);
  const [typed, setTyped] = useState('');
  const drop = async () => {
    await takenAlong.drop();
    tell('done', say('kept.dropped'));
    await queries.invalidateQueries({ queryKey: ALONG_KEY });
  };
  return (
    <>
      <p>
        <b>{say('kept.of', { title: list.title, day: format.date(list.day), count: list.people.length })}</b>
      </p>
      <p className="soft">{say('kept.age', { age: format.age(list.takenAt, now) })}</p>
      <TextField
        label={say('kept.search')}
        hint={say('kept.search.hint')}
        type="search"
        autoComplete="off"
        maxLength={80}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <DataTable
        caption={say('kept.title')}
        empty={say('kept.noMatch')}
        rows={{ at: 'here', rows: list.people.filter((person) => fits(person, typed)) }}
        rowKey={({ ref }) => ref}
        columns={[
          { key: 'number', head: say('number'), number: true, cell: ({ number }) => number ?? '–' },
          {
            key: 'name',
            head: say('name'),
            names: true,
            cell: ({ name, nik }) => (
              <>
                {name} <div className="mono">{inFours(nik)}</div>
              </>
            ),
          },
          { key: 'born', head: say('kept.born'), cell: ({ birthDate }) => formatDateShort(birthDate) },
          { key: 'place', head: say('place'), cell: ({ place }) => place },
          { key: 'standing', head: say('state'), cell: ({ standing }) => <StandingWords standing={standing} /> },
          {
            key: 'acts',
            head: say('acts'),
            cell: ({ ref, name, standing }) => standing.may && <RecordLink personRef={ref} name={name} />,
          },
        ]}
      />
      <p>
        <button type="button" className="btn stop" onClick={() => void drop()}>
          {say('kept.drop')}
        </button>
      </p>
    </>
  );
}

function StandingWords({ standing }: { standing: AlongPerson['standing'] }) {
  const say = useSay(texts);
  if (standing.may) return <Tag standing="done">{say('kept.may')}</Tag>;
  return (
    <>
      <Tag standing="stopped">{say('kept.mayNot')}</Tag>
      <div className="soft">
        {standing.whyText} {standing.wayText}
      </div>
    </>
  );
}

function fits({ name, nik }: AlongPerson, typed: string): boolean {
  const words = typed.trim().toUpperCase();
  if (words === '') return true;
  const digits = words.replaceAll(/\s/g, '');
  return /^\d+$/.test(digits) ? nik.includes(digits) : name.toUpperCase().includes(words);
}
