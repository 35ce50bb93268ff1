import { dayIn, type Zone } from '../../../../src/core/time/clock.ts';
import { useSession } from '../../session.tsx';

/** The civil day of an instant at the officer's office, by whose calendar its queue, its teams and its figures run. */
export function useDayOf(): (instant: string | Date) => string {
  const { office } = useSession();
  return (instant) => dayIn(office.zone as Zone, new Date(instant));
}

/** Today at the officer's office, by the house's clock. */
export function useOfficeDay(): string {
  const { aheadMs } = useSession();
  const dayOf = useDayOf();
  return dayOf(new Date(Date.now() + aheadMs));
}
