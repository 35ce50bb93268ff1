import { useEffect, useRef, useState } from 'react';
import type { ExceptionReason } from '../../../src/recording/biometric/schema.ts';
import { openSideImageContract } from '../../../src/recording/uniqueness/contract.ts';
import { FingerPicture, type NumberedMarks } from '../../kit/finger-picture.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { useItemWords } from '../enrolment/item/words.ts';
import { useLook } from '../register/recorded.ts';
import type { ComparedItem } from './items.ts';
import { useMinutiae, type PrintSide } from './minutiae.ts';
import type { PairSide, Side } from './read.ts';
import { texts } from './texts.ts';

interface LookGiven {
  readonly pairId: string;
  readonly side: Side;
  readonly of: ComparedItem;
  readonly recorded: PairSide['items'][number] | null;
  /** Whether the officer has asked to see it. */
  readonly open: boolean;
  readonly label: string;
  readonly zoom?: number;
  readonly marked?: NumberedMarks | undefined;
  readonly small?: boolean;
}

/** What one side recorded of a finger or the face; asked for only once the officer has opened it. */
export function ItemLook({ pairId: id, side, of, recorded, open, label, zoom = 1, marked, small = false }: LookGiven) {
  const say = useSay(texts);
  const words = useItemWords();
  const { modality, position } = of;
  const wantsPicture = open && (recorded?.picture ?? false);
  const wantsMinutiae = open && modality === 'finger' && (recorded?.template ?? false);
  const image = useLook(openSideImageContract, { id, side, modality, position }, wantsPicture);
  const minutiae = useMinutiae(id, of, wantsMinutiae);
  const print = minutiae.data?.sides.find((each) => each.side === side);
  const frame = useRef<HTMLDivElement>(null);
  const looked = placeLookedAt(print, marked);
  // What is magnified is shown around the pair that is looked at, else from the middle, where a finger has its core: on both sides alike.
  useEffect(() => {
    const { current: shown } = frame;
    shown?.scrollTo(
      shown.scrollWidth * looked.x - shown.clientWidth / 2,
      shown.scrollHeight * looked.y - shown.clientHeight / 2,
    );
  }, [zoom, looked.x, looked.y]);
  const picture = useObjectUrl((image.data as { blob: Blob } | undefined)?.blob ?? null);
  if (!recorded) return <Nothing small={small}>{say('item.missing')}</Nothing>;
  if (recorded.exception)
    return (
      <Nothing small={small}>
        {say('item.exception', { reason: words.reason(recorded.exception as ExceptionReason) })}
      </Nothing>
    );
  const drawable = recorded.picture || (modality === 'finger' && recorded.template);
  if (!drawable) return <Nothing small={small}>{say('item.noPicture')}</Nothing>;
  if (!open) return <div className="look-frame closed" />;
  const failed = image.error ?? minutiae.error;
  if (failed)
    return small ? null : (
      <Failing error={failed} again={() => void (image.error ? image.refetch() : minutiae.refetch())} />
    );
  if ((wantsPicture && !picture) || (wantsMinutiae && !minutiae.data)) return small ? null : <Loading lines={8} />;
  // Of somebody erased since, no template is left.
  if (!print && !picture) return <Nothing small={small}>{say('item.gone')}</Nothing>;
  const drawn =
    modality === 'finger' && print ? (
      <FingerPicture {...print} picture={picture} marked={marked} label={label} />
    ) : (
      <img className="finger-picture" src={picture ?? ''} alt={label} />
    );
  if (small) return drawn;
  return (
    <div
      ref={frame}
      className={`look-frame zoom-${zoom}`}
      {...(zoom > 1 ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {})}
    >
      {drawn}
    </div>
  );
}

/** As a share of the width and the height. */
function placeLookedAt(print: PrintSide | undefined, marked: NumberedMarks | undefined): { x: number; y: number } {
  const [at] = [...(marked?.numbers ?? [])].find(([, number]) => number === marked?.chosen) ?? [];
  const minutia = at === undefined ? undefined : print?.minutiae[at];
  return print && minutia ? { x: minutia.x / print.width, y: minutia.y / print.height } : { x: 0.5, y: 0.5 };
}

function Nothing({ small, children }: { small: boolean; children: string }) {
  return small ? null : <p className="look-frame empty">{children}</p>;
}

/** An address for received bytes, for as long as they are shown. */
function useObjectUrl(blob: Blob | null): string | null {
  const [made, setMade] = useState<{ of: Blob; url: string } | null>(null);
  useEffect(() => {
    if (!blob) return;
    const url = URL.createObjectURL(blob);
    setMade({ of: blob, url });
    // A picture that is still being drawn when the officer goes on is not lost half-way.
    return () => void setTimeout(() => URL.revokeObjectURL(url), 5_000);
  }, [blob]);
  // The address of what was shown before is no longer one.
  return made?.of === blob ? made.url : null;
}
