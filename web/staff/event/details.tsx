import { plain } from '../../kit/plain.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RecordableKind } from '../../../src/register/civil-event/schema.ts';
import { findRegionContract } from '../../../src/register/region/contract.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { regionPath } from '../../kit/region-picker.tsx';
import { useHouse } from '../house.tsx';
import { CODED } from './draft.ts';
import { FIELDS, type FieldSpec } from './fields.ts';
import { texts } from './texts.ts';
import { useEventWords } from './words.ts';

export interface Named {
  readonly ref: string;
  readonly name: string;
  readonly masked: boolean;
}

type Details = Readonly<Record<string, unknown>>;

/** What a report says, in words: names for references, labels for codes; what was left empty is left out. */
export function DetailsInWords({
  kind,
  details,
  people,
}: {
  kind: RecordableKind;
  details: Details;
  people: readonly Named[];
}) {
  const words = useEventWords();
  const format = useFormat();
  const said = FIELDS[kind].filter(({ name }) => !isEmpty(details[name]));
  const sealed = details['protected'];
  return (
    <dl className="facts">
      {(['occurredOn', 'reportedOn'] as const).map(
        (name) =>
          typeof details[name] === 'string' && (
            <Fact key={name} label={words.label(kind, name)}>
              {format.date(details[name])}
            </Fact>
          ),
      )}
      {typeof details['villageCode'] === 'string' && (
        <Fact label={words.label(kind, 'villageCode')}>
          <Village code={details['villageCode']} />
        </Fact>
      )}
      {said.map((spec) => (
        <Fact key={spec.name} label={words.label(kind, spec.name)}>
          <Value spec={spec} value={details[spec.name]} people={people} />
          {spec.as === 'changes' && typeof sealed === 'object' && sealed !== null && (
            <Sealed said={sealed as Details} />
          )}
        </Fact>
      ))}
    </dl>
  );
}

/** Corrected parents and disability: an application that may be read so has the values, an event only which they were. */
function Sealed({ said }: { said: Details | readonly string[] }) {
  const say = useSay(texts);
  const words = useEventWords();
  const lines = Array.isArray(said)
    ? (said as readonly string[]).map((element) => [element, null] as const)
    : Object.entries(said);
  return (
    <ul className="plain">
      {lines.map(([element, to]) => (
        <li key={element}>
          {words.choice('element', element)}:{' '}
          {to === null ? (
            <span className="soft">{say('changes.kept')}</span>
          ) : (
            <b>{element === 'disability' ? words.code(element, Number(to)) : plain(to)}</b>
          )}
        </li>
      ))}
    </ul>
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Value({ spec, value, people }: { spec: FieldSpec; value: unknown; people: readonly Named[] }) {
  const say = useSay(texts);
  const words = useEventWords();
  const format = useFormat();
  if (typeof spec.as === 'object') {
    if ('code' in spec.as) return words.code(spec.as.code, Number(value));
    return words.choice(spec.as.words, String(value));
  }
  switch (spec.as) {
    case 'date':
      return format.date(String(value));
    case 'person':
      return <Person personRef={String(value)} people={people} />;
    case 'people':
      return (
        <ul className="plain">
          {(value as readonly string[]).map((ref) => (
            <li key={ref}>
              <Person personRef={ref} people={people} />
            </li>
          ))}
        </ul>
      );
    case 'seats':
      return <Seats seats={value as readonly Seat[]} people={people} />;
    case 'family':
      return (
        <Link to={'/petugas/keluarga/$ref' as '/petugas'} params={{ ref: String(value) } as never}>
          {say('f.card')}
        </Link>
      );
    case 'address':
      return <Address address={value as Details} />;
    case 'changes':
      return (
        <ul className="plain">
          {Object.entries(value as Details).map(([element, to]) => (
            <li key={element}>
              {words.choice('element', element)}:{' '}
              <b>{(CODED as readonly string[]).includes(element) ? words.code(element, Number(to)) : String(to)}</b>
            </li>
          ))}
        </ul>
      );
    default:
      return String(value);
  }
}

interface Seat {
  readonly person: string;
  readonly relation: number;
}

export function Seats({ seats, people }: { seats: readonly Seat[]; people: readonly Named[] }) {
  const words = useEventWords();
  return (
    <ul className="plain">
      {seats.map(({ person, relation }) => (
        <li key={person}>
          <Person personRef={person} people={people} /> <span className="soft">{words.code('relation', relation)}</span>
        </li>
      ))}
    </ul>
  );
}

export function Person({ personRef, people }: { personRef: string; people: readonly Named[] }) {
  const say = useSay(texts);
  const person = people.find(({ ref }) => ref === personRef);
  if (!person) return '–';
  if (person.masked)
    return (
      <>
        {person.name} <span className="soft">{say('one.elsewhere')}</span>
      </>
    );
  return (
    <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: personRef } as never}>
      {person.name}
    </Link>
  );
}

export function Address({ address }: { address: Details }) {
  const three = (value: unknown) => plain(value ?? 0).padStart(3, '0');
  const near = address['rt'] || address['rw'] ? `RT ${three(address['rt'])}/RW ${three(address['rw'])}` : null;
  const line = [address['address'], near, address['hamlet']].filter(Boolean).map(String).join(', ');
  return (
    <>
      {line}, <Village code={String(address['villageCode'])} />
    </>
  );
}

/** A village by its code, with what it lies in. */
export function Village({ code }: { code: string }) {
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['region', 'whole', code],
    staleTime: Infinity,
    queryFn: () => client.call(findRegionContract, { code }),
  });
  return query.data ? regionPath(query.data) : code;
}
