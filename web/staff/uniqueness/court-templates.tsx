import { FINGERS } from '../../../src/recording/biometric/schema.ts';
import { FileDrop } from '../../kit/file-drop.tsx';
import type { FaultLine } from '../../kit/form-section.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { ChoiceField } from '../../kit/text-field.tsx';
import { useItemWords } from '../enrolment/item/words.ts';
import { texts } from './texts.ts';

/** One file that a court gave: of which finger the officer says. `bytes` in base64. */
export interface ProbeFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: string;
  readonly position: number | null;
}

const MOST_BYTES = 30_000;
const fieldOf = (place: number) => `jari-${place}`;

type SayText = ReturnType<typeof useSay<keyof typeof texts.id>>;

/** What is wrong with the files, a line each. */
export function templateFaults(say: SayText, files: readonly ProbeFile[]): FaultLine[] {
  if (files.length === 0)
    return [{ name: 'templates', label: say('propose.templates'), message: say('propose.noTemplate') }];
  return files.flatMap(({ name, position }, place) => {
    const label = say('propose.finger', { file: name });
    if (position === null) return [{ name: fieldOf(place), label, message: say('propose.fingerMissing') }];
    const twice = files.findIndex((other) => other.position === position) < place;
    return twice ? [{ name: fieldOf(place), label, message: say('propose.fingerTwice') }] : [];
  });
}

export function Templates(given: {
  files: readonly ProbeFile[];
  onChange: (files: readonly ProbeFile[]) => void;
  faults: readonly FaultLine[];
}) {
  const { files, onChange, faults } = given;
  const say = useSay(texts);
  const format = useFormat();
  const words = useItemWords();
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.message;
  const take = async (file: File) => {
    const bytes = base64Of(new Uint8Array(await file.arrayBuffer()));
    onChange([...files, { name: file.name, size: file.size, bytes, position: null }]);
  };
  const none = faultOf('templates');
  return (
    <>
      {files.map((file, place) => (
        <div key={`${place}${file.name}`} className="with-button probe">
          <ChoiceField
            name={fieldOf(place)}
            label={say('propose.finger', { file: file.name })}
            hint={format.bytes(file.size)}
            none={say('propose.choose')}
            choices={FINGERS.map((_, n) => ({
              value: String(n + 1),
              label: words.item({ modality: 'finger', position: n + 1 }),
            }))}
            value={file.position === null ? '' : String(file.position)}
            error={faultOf(fieldOf(place))}
            required
            onChange={({ target: { value } }) =>
              onChange(
                files.map((each, n) => (n === place ? { ...each, position: value ? Number(value) : null } : each)),
              )
            }
          />
          <button type="button" className="btn plain" onClick={() => onChange(files.filter((_, n) => n !== place))}>
            {say('propose.remove', { file: file.name })}
          </button>
        </div>
      ))}
      {files.length < FINGERS.length && (
        <FileDrop
          label={say('propose.file')}
          hint={say('propose.fileHint')}
          accept={['.fmr', '.fir', '.iso', '.bin', 'application/octet-stream']}
          mostBytes={MOST_BYTES}
          state={none ? { at: 'refused', name: '', why: none } : { at: 'none' }}
          onFile={(file) => void take(file)}
        />
      )}
    </>
  );
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
