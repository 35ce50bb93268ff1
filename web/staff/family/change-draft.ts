import { useState } from 'react';
import { readDraft } from '../../kit/draft.ts';
import { useSession } from '../session.tsx';
import { NO_ADDRESS, type CardAddress } from './address-fields.tsx';
import type { SeatRow } from './changes.ts';

/** What a change of a card holds while it is filled in. */
export interface ChangeDraft {
  readonly seats: readonly SeatRow[];
  readonly address: CardAddress;
  readonly reason: string;
}

export interface HeldChange {
  /** The draft's name on the device: the change, and the card that is changed. */
  readonly form: string;
  readonly draft: ChangeDraft;
  readonly touched: boolean;
  readonly change: (part: Partial<ChangeDraft>) => void;
}

/** The change of a card that is being filled in, as it was left on this device; else begun with `seats` at `address`. */
export function useChangeDraft(
  form: string,
  seats: readonly SeatRow[] = [],
  address: CardAddress = NO_ADDRESS,
): HeldChange {
  const { officer } = useSession();
  const [draft, setDraft] = useState<ChangeDraft>(
    () => readDraft<ChangeDraft>(officer.id, form) ?? { seats, address, reason: '' },
  );
  const [touched, setTouched] = useState(false);
  const change = (part: Partial<ChangeDraft>) => {
    setTouched(true);
    setDraft((now) => ({ ...now, ...part }));
  };
  return { form, draft, touched, change };
}
