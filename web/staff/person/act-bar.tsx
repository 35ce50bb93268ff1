import { Link } from '@tanstack/react-router';
import { openFamilyOfContract } from '../../../src/register/family/contract.ts';
import type { PersonView } from '../../../src/register/resident/schema.ts';
import { Problem } from '../../kit/problem.ts';
import { useSay } from '../../kit/text.tsx';
import { usePrintCard } from '../family/print-card.ts';
import { useHouse } from '../house.tsx';
import { usePurpose } from '../purpose/purpose.tsx';
import { PaperButton } from '../register/paper/paper-button.tsx';
import { KEPT_MS, lookKey } from '../register/recorded.ts';
import { useSession } from '../session.tsx';
import { isHere } from './here.ts';
import { texts } from './texts.ts';

/** What people mostly come to the counter for, one press away, with this person in it already. */
export function ActBar({ person }: { person: PersonView }) {
  const say = useSay(texts);
  const { scopes } = useSession();
  if (person.state === 'PINDAH_LUAR_NEGERI') return <ReturnBar personRef={person.ref} />;
  if (!isHere(person)) return null;
  const params = { ref: person.ref } as never;
  const acts = [
    scopes.includes('application.create') && (
      <Link
        key="application"
        className="btn"
        to={'/petugas/permohonan-baru' as '/petugas'}
        search={{ pemohon: person.ref } as never}
      >
        {say('act.application')}
      </Link>
    ),
    scopes.includes('civil_event.record') && (
      <Link
        key="event"
        className="btn quiet"
        to={'/petugas/peristiwa-baru' as '/petugas'}
        search={{ orang: person.ref } as never}
      >
        {say('act.event')}
      </Link>
    ),
    scopes.includes('enrolment.capture') && (
      <Link
        key="recording"
        className="btn quiet"
        to={'/petugas/perekaman' as '/petugas'}
        search={{ orang: person.ref } as never}
      >
        {say('act.recording')}
      </Link>
    ),
    scopes.includes('card.request') && scopes.includes('card.print') && (
      <Link key="ktp" className="btn quiet" to={'/petugas/kartu' as '/petugas'} search={{ orang: person.ref } as never}>
        {say('act.ktp')}
      </Link>
    ),
    scopes.includes('resident.change') && (
      <Link key="correct" className="btn quiet" to={'/petugas/penduduk/$ref/perbaiki' as '/petugas'} params={params}>
        {say('correct')}
      </Link>
    ),
    scopes.includes('document.issue') && scopes.includes('family.read') && (
      <CardOfPerson key="card" personRef={person.ref} />
    ),
  ].filter(Boolean);
  if (acts.length === 0) return null;
  return (
    <section className="act-bar row no-print" aria-label={say('acts.bar')}>
      {acts}
    </section>
  );
}

/** Who went abroad is served by one act: he is recorded as back. */
function ReturnBar({ personRef }: { personRef: string }) {
  const say = useSay(texts);
  const { scopes } = useSession();
  if (!scopes.includes('civil_event.record')) return null;
  return (
    <section className="act-bar row no-print" aria-label={say('acts.bar')}>
      <Link
        className="btn"
        to={'/petugas/peristiwa-baru/$kind' as '/petugas'}
        params={{ kind: 'return_from_abroad' } as never}
        search={{ orang: personRef } as never}
      >
        {say('act.return')}
      </Link>
    </section>
  );
}

/** The family card of the person as a paper, without going by way of its page. */
function CardOfPerson({ personRef }: { personRef: string }) {
  const say = useSay(texts);
  const { client, queries } = useHouse();
  const { code: purpose } = usePurpose();
  const printCard = usePrintCard();
  const print = async (idempotencyKey: string) => {
    const family = await queries
      .fetchQuery({
        queryKey: lookKey(openFamilyOfContract, { ref: personRef }, purpose),
        queryFn: () => client.call(openFamilyOfContract, { ref: personRef }, { purpose }),
        staleTime: KEPT_MS,
      })
      .catch((error: unknown) => {
        if (!(error instanceof Problem) || error.code !== 'family.not_found') throw error;
        throw new Problem({ status: error.status, code: error.code, title: say('family.none') });
      });
    return printCard(family.ref, 'current', idempotencyKey);
  };
  return <PaperButton look="btn quiet" label={say('act.card')} fetchPaper={print} />;
}
