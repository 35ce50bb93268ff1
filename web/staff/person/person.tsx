import { Link, useRouterState } from '@tanstack/react-router';
import { openPersonContract } from '../../../src/register/resident/contract.ts';
import type { PersonView } from '../../../src/register/resident/schema.ts';
import { IdentityStrip } from '../../kit/identity-strip.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useAddressPart, useFilter } from '../address.ts';
import { PurposeGate, usePurpose } from '../purpose/purpose.tsx';
import { useLook } from '../register/recorded.ts';
import { texts as registerTexts } from '../register/texts.ts';
import { STATE_STANDING, useRegisterWords } from '../register/words.ts';
import { ActBar } from './act-bar.tsx';
import { Acts } from './acts.tsx';
import { AnnouncedNote } from './announced.tsx';
import { Biodata } from './biodata.tsx';
import { ErasedNote } from './erased.tsx';
import { FamilyOf } from './family-of.tsx';
import { History } from './history.tsx';
import { CardsOf } from '../card/person/cards-of.tsx';
import { RecordingOf } from '../enrolment/recording/recording.tsx';
import { useAskPhoto } from '../enrolment/recording/photo.ts';
import { VoterOf } from '../voter/verdict.tsx';
import { Looks } from './looks.tsx';
import { Papers } from './papers.tsx';
import { texts } from './texts.ts';

const PARTS = [
  'biodata',
  'keluarga',
  'riwayat',
  'dokumen',
  'perekaman',
  'kartu',
  'pemilih',
  'pelihat',
  'tindakan',
] as const;
type Part = (typeof PARTS)[number];

/** A resident's page: why it was opened stands in the strip; each part is its own recorded look, fetched when turned to. */
export function Person() {
  const ref = useAddressPart('ref');
  const say = useSay(registerTexts);
  return (
    <PurposeGate key={ref} of={ref} title={say('purposeTitle.person')}>
      <OpenedPerson personRef={ref} />
    </PurposeGate>
  );
}

function OpenedPerson({ personRef }: { personRef: string }) {
  const query = useLook(openPersonContract, { ref: personRef });
  if (query.error) return <NotOpened error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  return (
    <>
      <PersonStrip person={query.data} />
      {query.data.erased && <ErasedNote erased={query.data.erased} />}
      {query.data.deactivationAnnounced && <AnnouncedNote announced={query.data.deactivationAnnounced} />}
      <ActBar person={query.data} />
      <Parts person={query.data} />
    </>
  );
}

/** The page still needs its heading, and the officer the way back. */
export function NotOpened({ error, again }: { error: unknown; again: () => void }) {
  const say = useSay(texts);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('notOpened')}
      </h1>
      <Failing error={error} again={again} />
      <p>
        <Link to={'/petugas/cari' as '/petugas'}>{say('toSearch')}</Link>
      </p>
    </>
  );
}

/** Who every page about a person is about, and why he was opened. */
export function PersonStrip({ person }: { person: PersonView }) {
  const words = useRegisterWords();
  const say = useSay(texts);
  const format = useFormat();
  const purpose = usePurpose();
  return (
    <IdentityStrip
      name={person.name}
      nik={person.nik}
      facts={[
        words.code('sex', person.sex) ?? '',
        say('born', { place: person.birthPlace, date: format.date(person.birthDate), age: person.age }),
        // Village and district: enough to know whose counter this is.
        person.place
          .slice(0, 2)
          .map((part) => part.name)
          .join(', '),
      ]}
      links={<StripLinks personRef={person.ref} />}
      askPhoto={useAskPhoto(person)}
      purpose={purpose.label}
      state={
        <Tag standing={STATE_STANDING[person.state]}>
          {[words.state(person.state), person.state !== 'HIDUP' && format.date(person.stateSince)]
            .filter(Boolean)
            .join(' · ')}
        </Tag>
      }
    />
  );
}

/** From a form about the person the way back to him. */
function StripLinks({ personRef }: { personRef: string }) {
  const say = useSay(texts);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  if (path === `/petugas/penduduk/${personRef}`) return null;
  return (
    <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: personRef } as never}>
      {say('toPerson')}
    </Link>
  );
}

function Parts({ person }: { person: PersonView }) {
  const say = useSay(texts);
  const [chosen] = useFilter('bagian');
  const part: Part = PARTS.find((each) => each === chosen) ?? 'biodata';
  return (
    <>
      <nav className="parts no-print" aria-label={say('parts')}>
        {PARTS.map((each) => (
          <Link
            key={each}
            to={'.' as '/petugas'}
            search={(each === 'biodata' ? {} : { bagian: each }) as never}
            // Each part is the same page with another search; the link in force says so by itself.
            activeOptions={{ exact: true, includeSearch: true }}
            preload={false}
            replace
            resetScroll={false}
          >
            {say(`part.${each}`)}
          </Link>
        ))}
      </nav>
      {part === 'biodata' && <Biodata person={person} />}
      {part === 'keluarga' && <FamilyOf person={person} />}
      {part === 'riwayat' && <History personRef={person.ref} />}
      {part === 'dokumen' && <Papers person={person} />}
      {part === 'perekaman' && <RecordingOf person={person} />}
      {part === 'kartu' && <CardsOf person={person} />}
      {part === 'pemilih' && <VoterOf person={person} />}
      {part === 'pelihat' && <Looks personRef={person.ref} />}
      {part === 'tindakan' && <Acts person={person} />}
    </>
  );
}
