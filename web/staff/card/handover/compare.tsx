import { useRef, useState } from 'react';
import { verifyHolderContract } from '../../../../src/cards/card/contract.ts';
import type { Strength } from '../../../../src/cards/card/handover/rules.ts';
import { FINGERS } from '../../../../src/recording/biometric/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { FileDrop, type FileState } from '../../../kit/file-drop.tsx';
import { Failing } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { CaptureRefused, openCaptureService } from '../../enrolment/capture/capture-service.ts';
import { readTemplate } from '../../enrolment/capture/device/read-file.ts';
import { FaultNote } from '../../enrolment/capture/device/device-state.tsx';
import { useDeviceWords } from '../../enrolment/capture/device/words.ts';
import { useItemWords } from '../../enrolment/item/words.ts';
import { useHouse } from '../../house.tsx';
import { useCardWords } from '../words.ts';

const MOST_BYTES = 30_000;
/** Where a template comes without a judgement of its quality. */
const UNJUDGED = 50;
const STANDING = { strong: 'done', good: 'done', weak: 'waiting', against: 'stopped' } as const;

/** One finger or the face of who came, from the device of the station or from a file, compared one to one. */
export function Compare({ cardId, onCompared }: { cardId: string; onCompared: (matches: boolean) => void }) {
  const { say } = useCardWords();
  const device = useDeviceWords();
  const words = useItemWords();
  const { client } = useHouse();
  // 0 is the face; the right index finger is what most people show first.
  const [position, setPosition] = useState(2);
  const [strength, setStrength] = useState<Strength | null>(null);
  const [file, setFile] = useState<FileState>({ at: 'none' });
  const { state, run } = useAct(client, verifyHolderContract);
  const modality = position === 0 ? 'face' : 'finger';
  const compare = async (bytes: Uint8Array, quality: number) => {
    setStrength(null);
    const done = await run({ id: cardId, modality, position, template: base64Of(bytes), quality });
    if (done === null) return;
    setStrength(done.strength);
    onCompared(done.matches);
  };
  const take = async (chosen: File) => {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    const why = modality === 'finger' ? faultOf(bytes) : null;
    // It is compared and not kept.
    setFile(why ? { at: 'refused', name: chosen.name, why } : { at: 'none' });
    if (!why) await compare(bytes, UNJUDGED);
  };
  const faultOf = (bytes: Uint8Array): string | null => {
    const read = readTemplate(bytes);
    if (read.kind === 'refused') return device.refused(read);
    const { finger } = read.record;
    if (finger === position) return null;
    return say('hand.wrongFinger', { finger: words.item({ modality: 'finger', position: finger }) });
  };
  return (
    <section>
      <h2>{say('hand.compare')}</h2>
      <p className="soft">{say('hand.compare.about')}</p>
      <ChoiceField
        label={say('hand.modality')}
        name="modality"
        choices={[
          ...FINGERS.map((_, n) => ({
            value: String(n + 1),
            label: words.item({ modality: 'finger', position: n + 1 }),
          })),
          { value: '0', label: say('hand.face') },
        ]}
        value={String(position)}
        onChange={({ target: { value } }) => {
          setPosition(Number(value));
          setFile({ at: 'none' });
        }}
      />
      <FromDevice
        modality={modality}
        position={position}
        onTemplate={(bytes, quality) => void compare(bytes, quality)}
      />
      <FileDrop
        label={say('hand.file')}
        hint={say('hand.file.hint')}
        accept={['.fmr', '.iso', '.bin', '.dat', 'application/octet-stream']}
        mostBytes={MOST_BYTES}
        state={file}
        onFile={(chosen) => void take(chosen)}
      />
      <div role="status">
        {state.at === 'sending' && <p>{say('hand.comparing')}</p>}
        {strength && state.at !== 'sending' && (
          <p>
            <Tag standing={STANDING[strength]}>{say(`hand.${strength}`)}</Tag>
          </p>
        )}
      </div>
      {state.at === 'refused' && <Failing error={state.problem} />}
      {state.at === 'notReached' && <Failing error={null} />}
    </section>
  );
}

/** The station's own device is asked only when somebody presses: a counter without one is told so, and uses a file. */
function FromDevice(given: {
  modality: 'finger' | 'face';
  position: number;
  onTemplate: (bytes: Uint8Array, quality: number) => void;
}) {
  const { modality, position, onTemplate } = given;
  const { say } = useCardWords();
  const running = useRef<AbortController | null>(null);
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [fault, setFault] = useState<CaptureRefused | null>(null);
  const capture = async () => {
    if (running.current) return running.current.abort();
    const leave = new AbortController();
    running.current = leave;
    setBusy(true);
    setFault(null);
    setEmpty(false);
    try {
      const items = await openCaptureService().capture({ modality, positions: [position] }, { signal: leave.signal });
      const item = items.find(({ template }) => template !== null);
      if (item?.template) onTemplate(item.template.bytes, item.quality ?? UNJUDGED);
      else setEmpty(true);
    } catch (failed) {
      if (!(failed instanceof CaptureRefused)) throw failed;
      if (failed.fault !== 'cancelled') setFault(failed);
    } finally {
      running.current = null;
      setBusy(false);
    }
  };
  return (
    <>
      <p className="row">
        <button type="button" className="btn quiet" onClick={() => void capture()}>
          {say(busy ? 'hand.stop' : 'hand.capture')}
        </button>
        <span role="status" className="soft">
          {busy && say('hand.capturing')}
        </span>
      </p>
      {empty && <p className="note waiting">{say('hand.noTemplate')}</p>}
      {fault && <FaultNote fault={fault} />}
    </>
  );
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
