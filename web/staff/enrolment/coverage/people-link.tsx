import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { useSession } from '../../session.tsx';
import { inAddress } from '../filter/region-filter.tsx';
import type { Coverage } from './coverage.tsx';

/** A number that opens the people behind it: of today only, and for those who plan by them. */
export function PeopleLink({
  of,
  what,
  n,
  coverage,
}: {
  /** Filters of the list. */
  of: Readonly<Record<string, string>>;
  what: string;
  n: number;
  coverage: Coverage;
}) {
  const format = useFormat();
  const { scopes } = useSession();
  const [day] = useFilter('hari');
  if (n === 0 || day !== undefined || !scopes.includes('enrolment.plan')) return format.number(n);
  const region = of['wilayah'] ?? coverage.region;
  return (
    <Link
      to={'/petugas/perekaman/belum' as '/petugas'}
      search={inAddress({ ...of, ...(region ? { wilayah: region } : {}) }) as never}
      // The list names people: it is opened by a press, not because a pointer came by.
      preload={false}
    >
      {format.number(n)}
      <span className="unseen">, {what}</span>
    </Link>
  );
}
