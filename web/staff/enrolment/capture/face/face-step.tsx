import { useEffect, useRef, useState } from 'react';
import { FileDrop, type FileState } from '../../../../kit/file-drop.tsx';
import { useSay } from '../../../../kit/text.tsx';
import type { Captured, CapturePart } from '../captured.ts';
import { ExceptionChoice } from '../exception.tsx';
import { Quality } from '../quality-tag.tsx';
import { Picture } from '../picture.tsx';
import { texts } from '../texts.ts';
import { CameraView } from './camera-view.tsx';
import { openFaceFinder, type FaceFinder } from './finder.ts';
import { FaceFromDevice } from './from-device.tsx';
import { MOST_PICTURE_BYTES, pictureIn } from './picture-file.ts';
import { takePicture, type Taken } from './take.ts';
import { bestOf, withTry } from './tries.ts';

const FACE = { modality: 'face', position: 0 } as const;
/** As a packet can say it. */
const MOST_TRIES = 99;

/** The face: by the camera with guidance, or from a file with the same checks. The best of the tries is proposed. */
export function FaceStep({ captured, put, remove, onNext }: CapturePart & { onNext: () => void }) {
  const say = useSay(texts);
  const kept = captured.find(({ modality }) => modality === 'face') ?? null;
  const [tries, setTries] = useState<readonly Taken[]>(() => triesBefore(kept));
  const [taking, setTaking] = useState(kept === null);
  const [file, setFile] = useState<FileState>({ at: 'none' });
  const [fault, setFault] = useState<string | null>(null);
  const finder = useFinder();
  const busy = useRef(false);

  const keep = (taken: Taken, tried: number) =>
    put({
      ...FACE,
      picture: { mediaType: 'image/jpeg', bytes: taken.jpeg },
      template: null,
      quality: taken.quality,
      tries: Math.min(MOST_TRIES, tried),
      exception: null,
    });
  /** Gives why nothing came of it, in words. */
  const take = async (source: () => Promise<ImageBitmap>): Promise<string | null> => {
    if (!finder || busy.current) return null;
    busy.current = true;
    try {
      const outcome = await takePicture(await source(), finder);
      if ('fault' in outcome) return say(`fault.${outcome.fault}`);
      const all = withTry(tries, outcome.taken);
      setTries(all);
      keep(bestOf(all)!, (kept?.tries ?? 0) + 1);
      setTaking(false);
      return null;
    } finally {
      busy.current = false;
    }
  };
  const shoot = async (source: () => Promise<ImageBitmap>) => {
    setFault(null);
    setFault(await take(source));
  };
  const choose = async (chosen: File) => {
    setFault(null);
    const read = await pictureIn(chosen);
    if ('fault' in read) return setFile({ at: 'refused', name: chosen.name, why: say(`fault.${read.fault}`) });
    const refused = await take(() => Promise.resolve(read.picture));
    setFile(refused ? { at: 'refused', name: chosen.name, why: refused } : { at: 'none' });
  };

  const excepted = kept !== null && kept.exception !== null;
  const showsKept = !taking && kept !== null && !excepted;
  return (
    <>
      {showsKept ? (
        <Shown
          kept={kept}
          tries={tries}
          onChoose={(taken) => keep(taken, kept.tries)}
          onAgain={() => setTaking(true)}
          onNext={onNext}
        />
      ) : (
        !excepted && (
          <CameraView finder={finder} fault={fault} onShoot={shoot} onBack={kept ? () => setTaking(false) : null} />
        )
      )}
      {!excepted && <FaceFromDevice onPicture={choose} />}
      {!excepted && (
        <details className="aside" open={file.at === 'refused' || undefined}>
          <summary>{say('face.fromFile')}</summary>
          <FileDrop
            label={say('face.file')}
            hint={say('face.file.hint')}
            accept={['image/jpeg', 'image/png']}
            mostBytes={MOST_PICTURE_BYTES}
            state={file}
            onFile={(chosen) => void choose(chosen)}
          />
        </details>
      )}
      <ExceptionChoice item={FACE} captured={captured} put={put} remove={remove} />
      {excepted && (
        <button type="button" className="btn" onClick={onNext}>
          {say('face.onwards')}
        </button>
      )}
    </>
  );
}

/** What a draft kept is still among the tries: a worse one must not take its place after a reload. */
function triesBefore(kept: Captured | null): Taken[] {
  if (!kept?.picture) return [];
  return [{ jpeg: kept.picture.bytes as Taken['jpeg'], quality: kept.quality, advice: 'good' }];
}

function Shown({
  kept,
  tries,
  onChoose,
  onAgain,
  onNext,
}: {
  kept: Captured;
  tries: readonly Taken[];
  onChoose: (taken: Taken) => void;
  onAgain: () => void;
  onNext: () => void;
}) {
  const say = useSay(texts);
  const next = useRef<HTMLButtonElement>(null);
  // The shutter that had the focus is gone; the next press of Enter goes on.
  useEffect(() => next.current?.focus(), []);
  const taken = tries.find(({ jpeg }) => jpeg === kept.picture?.bytes);
  const advice = taken && taken.advice !== 'good' ? taken.advice : null;
  return (
    <div className="two">
      <div className="stage still">
        <Picture bytes={kept.picture!.bytes} alt={say('face.taken')} />
      </div>
      <div>
        <p className="great" role="status">
          {say('face.kept')}
        </p>
        <Quality of={kept} />
        {advice && <p>{say('face.better', { advice: say(`advice.${advice}`) })}</p>}
        <p className="soft">{say('tries', { count: kept.tries })}</p>
        <div className="row">
          <button type="button" className="btn" ref={next} onClick={onNext}>
            {say('face.next')}
          </button>
          <button type="button" className="btn quiet" onClick={onAgain}>
            {say('again')}
          </button>
        </div>
        {tries.length > 1 && (
          <fieldset className="tries">
            <legend>{say('face.tries')}</legend>
            {tries.map((each, place) => (
              <button
                key={place}
                type="button"
                aria-pressed={each === taken}
                onClick={() => onChoose(each)}
                aria-label={say('face.try', { n: place + 1, quality: each.quality ?? '-' })}
              >
                <Picture bytes={each.jpeg} alt="" />
                {each.quality ?? '-'}
              </button>
            ))}
          </fieldset>
        )}
      </div>
    </div>
  );
}

function useFinder(): FaceFinder | null {
  const [finder, setFinder] = useState<FaceFinder | null>(null);
  useEffect(() => {
    const opened = openFaceFinder();
    setFinder(opened);
    return () => opened.close();
  }, []);
  return finder;
}
