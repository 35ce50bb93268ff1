import { useState } from 'react';
import { FileDrop, type FileState } from '../../../kit/file-drop.tsx';
import { Tag } from '../../../kit/tag.tsx';
import type { Captured, CapturePart } from './captured.ts';
import './device/device.css';
import { ExceptionForm } from './device/exception-form.tsx';
import { useObjectUrl } from './device/object-url.ts';
import { qualityWord } from './device/quality.ts';
import { readWholeFile } from './device/read-file.ts';
import { RunPanel } from './device/run-panel.tsx';
import { readyDevice, DeviceState } from './device/device-state.tsx';
import { useCapture } from './device/use-capture.ts';
import { useStationService } from './device/use-service.ts';
import { useDeviceWords } from './device/words.ts';

const BOTH = [1, 2] as const;
const MOST_BYTES = 20_000_000;

/** Both irises: from the capture service on the station or from files, or the reason why one is not there. */
export function Irises(part: CapturePart) {
  const { say, names } = useDeviceWords();
  const station = useStationService();
  const { run, start, stop } = useCapture('iris', station, part);
  const irisAt = (position: number) =>
    part.captured.find((item) => item.modality === 'iris' && item.position === position);
  const device = readyDevice(station, 'iris');
  const running = run.at === 'running';
  const wanted = BOTH.filter((position) => !irisAt(position)?.exception);
  const done = BOTH.filter((position) => irisAt(position)).length;
  return (
    <div className="both-irises">
      <p>
        <b>{say('irises.count', { done })}</b> <span className="soft">{say('irises.optional')}</span>
      </p>
      <DeviceState station={station} modality="iris" />
      {device && (
        <button
          type="button"
          className={done < 2 ? 'btn' : 'btn quiet'}
          aria-disabled={running || wanted.length === 0}
          onClick={() => !running && void start(wanted)}
        >
          {say('group.irises')} {done}/2
        </button>
      )}
      <RunPanel
        // What could be tried again cannot while the device is gone; its panel says so.
        run={device || running ? run : { at: 'rest' }}
        modality="iris"
        ask={(positions) =>
          positions.length === 2
            ? say('ask.irises')
            : say('ask.iris', { what: names('iris', positions).toLocaleUpperCase() })
        }
        without={() => []}
        onStop={stop}
        onAgain={(positions) => void start(positions)}
      />
      <div className="irises">
        {BOTH.map((position) => (
          <OneIris
            key={position}
            position={position}
            item={irisAt(position)}
            part={part}
            onCapture={device && !running ? () => void start([position]) : null}
          />
        ))}
      </div>
    </div>
  );
}

function OneIris(given: {
  position: number;
  item: Captured | undefined;
  part: CapturePart;
  onCapture: (() => void) | null;
}) {
  const { position, item, part, onCapture } = given;
  const { say, name, standing, refused } = useDeviceWords();
  const [file, setFile] = useState<FileState>({ at: 'none' });
  const what = name('iris', position);
  const there = item && !item.exception ? item : null;
  const url = useObjectUrl(there?.picture ?? null);
  const where = standing(item);
  const take = async (chosen: File) => {
    const read = await readWholeFile(new Uint8Array(await chosen.arrayBuffer()));
    const why = read.kind === 'refused' ? refused(read) : read.kind === 'template' ? say('file.irisTemplate') : null;
    if (why !== null || read.kind !== 'picture')
      return setFile({ at: 'refused', name: chosen.name, why: `${what}: ${why}` });
    setFile({ at: 'kept', name: chosen.name });
    part.put({
      modality: 'iris',
      position,
      picture: { mediaType: read.mediaType, bytes: read.bytes },
      template: null,
      quality: null,
      tries: Math.min(99, (item?.tries ?? 0) + 1),
      exception: null,
    });
  };
  return (
    <section className="iris" aria-label={what}>
      <h3>
        {what} <Tag standing={where.standing}>{where.word}</Tag>
      </h3>
      {url && <img src={url} alt={what} width={640} height={480} />}
      {there && (
        <p>
          {there.quality !== null && `${say('quality.of')} ${say('quality.100', { quality: there.quality })} · `}
          {say('tries.of', { tries: there.tries })}
        </p>
      )}
      {there && qualityWord(there.quality) === 'poor' && <p className="note stopped">{say('quality.poor.iris')}</p>}
      <div className="row acts">
        {onCapture && (
          <button type="button" className="btn quiet" onClick={onCapture}>
            {say(there ? 'one.again' : 'one.capture', { what: what.toLocaleLowerCase() })}
          </button>
        )}
        {there && (
          <button
            type="button"
            className="btn stop"
            onClick={() => {
              setFile({ at: 'none' });
              part.remove({ modality: 'iris', position });
            }}
          >
            {say('one.remove')}
          </button>
        )}
      </div>
      <FileDrop
        label={say('file.iris.title', { what })}
        hint={say('file.iris.how')}
        accept={['image/png', 'image/jpeg']}
        mostBytes={MOST_BYTES}
        state={file}
        onFile={(chosen) => void take(chosen)}
      />
      <ExceptionForm modality="iris" position={position} item={item} part={part} />
    </section>
  );
}
