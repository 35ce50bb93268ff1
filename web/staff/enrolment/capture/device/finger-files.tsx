import { useEffect, useId, useRef, useState } from 'react';
import { Tag } from '../../../../kit/tag.tsx';
import type { Captured, CapturePart } from '../captured.ts';
import { fingerOfName } from './match-name.ts';
import { readWholeFile, type ReadPicture, type ReadTemplate, type Refused } from './read-file.ts';
import { useDeviceWords } from './words.ts';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly read: ReadTemplate | ReadPicture | Refused;
  /** What the name says, and what the officer or the template itself says. */
  readonly named: number | null;
  readonly finger: number | null;
}

type Verdict = { readonly may: true; readonly note: string | null } | { readonly may: false; readonly why: string };

/** Files of fingers: read, matched to fingers by their names, corrected in a table, then used together. */
export function FingerFiles({
  part,
  onRefused,
}: {
  part: CapturePart;
  /** Beside which finger a refused file belongs. */
  onRefused: (refused: ReadonlyMap<number, { name: string; why: Refused }>) => void;
}) {
  const words = useDeviceWords();
  const { say } = words;
  const id = useId();
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [reading, setReading] = useState(false);
  const [used, setUsed] = useState(0);
  const next = useRef(1);

  useEffect(() => {
    const refused = rows.flatMap(({ finger, read, name }) =>
      finger !== null && read.kind === 'refused' ? [[finger, { name, why: read }] as const] : [],
    );
    onRefused(new Map(refused));
  }, [rows, onRefused]);
  const choose = async (files: readonly File[]) => {
    setReading(true);
    setUsed(0);
    const read: Row[] = [];
    for (const file of files) read.push(await rowOf(next.current++, file));
    setReading(false);
    // The list may have changed while the files were read.
    setRows((before) => [...before, ...read]);
  };
  const verdicts = rows.map((row) => verdictOf(row, rows, part.captured, words));
  const usable = rows.filter((_, at) => verdicts[at]!.may);
  const use = () => {
    const fingers = Map.groupBy(usable, ({ finger }) => finger!);
    for (const [position, files] of fingers) part.put(itemOf(position, files, part.captured));
    setUsed(usable.length);
    setRows((before) => before.filter((row) => !usable.includes(row)));
  };

  return (
    <section className="finger-files">
      <h3>{say('file.title')}</h3>
      <p className="soft" id={`${id}-how`}>
        {say('file.how')}
      </p>
      <label className="btn quiet choose">
        <span>{say('file.choose')}</span>
        <input
          type="file"
          multiple
          className="unseen"
          accept=".fmr,.iso,.bin,.dat,.png,.jpg,.jpeg"
          aria-describedby={`${id}-how`}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            // The same file may be chosen again after it was mended.
            event.target.value = '';
            void choose(files);
          }}
        />
      </label>
      <div aria-live="polite">
        {reading && <p className="soft">{say('file.reading')}</p>}
        {used > 0 && (
          <p>
            <Tag standing="done">{say('file.used', { count: used })}</Tag>
          </p>
        )}
      </div>
      {rows.length > 0 && (
        <>
          <div className="scrolls" role="region" aria-label={say('file.title')} tabIndex={0}>
            <table className="stacks">
              <thead>
                <tr>
                  <th scope="col">{say('file.name')}</th>
                  <th scope="col">{say('file.finger')}</th>
                  <th scope="col">{say('file.result')}</th>
                  <th scope="col">
                    <span className="unseen">{say('file.drop')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => (
                  <FileRow
                    key={row.id}
                    row={row}
                    verdict={verdicts[at]!}
                    onFinger={(finger) =>
                      setRows((before) => before.map((each) => (each === row ? { ...row, finger } : each)))
                    }
                    onDrop={() => setRows((before) => before.filter((each) => each !== row))}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <button type="button" className="btn" aria-disabled={usable.length === 0} onClick={use}>
            {say('file.use', { count: usable.length })}
          </button>
        </>
      )}
    </section>
  );
}

function FileRow(given: { row: Row; verdict: Verdict; onFinger: (finger: number | null) => void; onDrop: () => void }) {
  const { row, verdict, onFinger, onDrop } = given;
  const { say, name } = useDeviceWords();
  const { read } = row;
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td data-head={say('file.finger')}>
        <select
          aria-label={say('file.fingerOf', { name: row.name })}
          value={row.finger ?? ''}
          onChange={(event) => onFinger(event.target.value === '' ? null : Number(event.target.value))}
        >
          <option value="">{say('file.none')}</option>
          {Array.from({ length: 10 }, (_, at) => (
            <option key={at} value={at + 1}>
              {name('finger', at + 1)}
            </option>
          ))}
        </select>
      </td>
      <td data-head={say('file.result')}>
        {read.kind === 'template' && (
          <div>{say('file.template', { count: read.record.minutiae.length, quality: read.record.quality })}</div>
        )}
        {read.kind === 'picture' && <div>{say('file.pictureOf', { width: read.width, height: read.height })}</div>}
        {verdict.may ? (
          verdict.note && <div className="soft">{verdict.note}</div>
        ) : (
          <div className="error">{verdict.why}</div>
        )}
      </td>
      <td>
        <button
          type="button"
          className="btn plain"
          aria-label={say('file.dropOf', { name: row.name })}
          onClick={onDrop}
        >
          {say('file.drop')}
        </button>
      </td>
    </tr>
  );
}

async function rowOf(id: number, file: File): Promise<Row> {
  const read = await readWholeFile(new Uint8Array(await file.arrayBuffer()));
  const named = fingerOfName(file.name);
  // A template says itself whose it is.
  const finger = read.kind === 'template' ? read.record.finger : named;
  return { id, name: file.name, read, named, finger };
}

function verdictOf(
  row: Row,
  rows: readonly Row[],
  captured: readonly Captured[],
  words: ReturnType<typeof useDeviceWords>,
): Verdict {
  const { say, name, refused } = words;
  const { read, finger, named } = row;
  if (read.kind === 'refused') return { may: false, why: refused(read) };
  if (finger === null) return { may: false, why: say('file.whichFinger') };
  const own = read.kind === 'template' ? read.record.finger : finger;
  if (own !== finger) return { may: false, why: say('biometric.position_differs', { position: finger, finger: own }) };
  const first = rows.find((each) => each.read.kind === read.kind && each.finger === finger);
  if (first !== row) return { may: false, why: say('file.twice') };
  // A picture alone never takes a template's place.
  const before = captured.find((item) => item.modality === 'finger' && item.position === finger);
  const brings = rows.some((each) => each.read.kind === 'template' && each.finger === finger);
  if (read.kind === 'picture' && before?.template && before.picture && !brings)
    return { may: false, why: say('file.wouldLose') };
  if (named === null || named === finger || read.kind === 'picture') return { may: true, note: null };
  const values = { named: name('finger', named), own: name('finger', own) };
  return { may: true, note: say('file.nameDiffers', values) };
}

/** A picture joins the template that is there and lacks one, and the other way round; else the new takes the old one's place. */
function itemOf(position: number, files: readonly Row[], captured: readonly Captured[]): Captured {
  const before = captured.find((each) => each.modality === 'finger' && each.position === position);
  const picture = files.flatMap(({ read }) => (read.kind === 'picture' ? [read] : []))[0];
  const template = files.flatMap(({ read }) => (read.kind === 'template' ? [read] : []))[0];
  const whole = before?.template && before.picture;
  const stays = before && !whole ? before : { picture: null, template: null, quality: null };
  return {
    modality: 'finger',
    position,
    picture: picture ? { mediaType: picture.mediaType, bytes: picture.bytes } : stays.picture,
    template: template ? { format: 'iso-19794-2:2005', bytes: template.bytes } : stays.template,
    quality: template ? template.record.quality : stays.quality,
    tries: Math.min(99, (before?.tries ?? 0) + 1),
    exception: null,
  };
}
