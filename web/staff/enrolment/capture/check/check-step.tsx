import { useId, useRef, useState } from 'react';
import { itemKey, type Item } from '../../../../../src/recording/biometric/schema.ts';
import type { Manifest } from '../../../../../src/recording/enrolment/schema.ts';
import { DataTable, type Column } from '../../../../kit/data-table.tsx';
import { Tag } from '../../../../kit/tag.tsx';
import { useSay } from '../../../../kit/text.tsx';
import { useSession } from '../../../session.tsx';
import { StoreFault } from '../../../device/store.ts';
import type { Device } from '../../station/device.ts';
import type { Captured, CapturePart } from '../captured.ts';
import type { Draft } from '../draft.ts';
import { ReasonForm } from '../exception.tsx';
import { useItemName } from '../item-name.ts';
import { Quality } from '../quality-tag.tsx';
import { TRIES_ASKED } from '../quality.ts';
import { sealRecording } from '../seal.ts';
import { texts } from '../texts.ts';
import { inOrder, readinessOf, stepOf, type Step } from './rules.ts';

type SealFault = 'full' | 'closed' | 'too_large' | 'failed';

/** Everything at a glance, what is in the way, and the seal. */
export function CheckStep({
  captured,
  put,
  device,
  draft,
  onStep,
  mark,
  drop,
  onSealed,
}: CapturePart & {
  device: Device;
  draft: Draft;
  onStep: (step: Step) => void;
  mark: (capturedAt: string) => Promise<void>;
  drop: () => Promise<void>;
  onSealed: (packet: string) => void;
}) {
  const say = useSay(texts);
  const nameOf = useItemName();
  const { officer, aheadMs } = useSession();
  const { missing, repeat, ready } = readinessOf(captured);
  const excepted = captured.filter(({ exception }) => exception !== null).length;
  const [kind, setKind] = useState<Manifest['kind']>(draft.subject.again ? 'again' : 'first');
  const [sealing, setSealing] = useState(false);
  const [fault, setFault] = useState<SealFault | null>(null);
  // A second press comes before the page has drawn the first.
  const once = useRef(false);
  const inTheWay = useRef<HTMLDivElement>(null);
  const seal = async () => {
    if (once.current) return;
    // Pressed too early: the answer is what is in the way, not silence.
    if (!ready) return inTheWay.current?.focus();
    once.current = true;
    setSealing(true);
    setFault(null);
    try {
      // By the house's clock: a device whose own is off would date its work by it.
      const capturedAt = new Date(Date.now() + aheadMs).toISOString();
      await mark(capturedAt).catch(() => {});
      const packet = await sealRecording({ device, officer: officer.id, draft, kind, capturedAt, captured });
      await drop().catch(() => {});
      onSealed(packet);
    } catch (error) {
      once.current = false;
      setFault(faultOf(error));
    } finally {
      setSealing(false);
    }
  };
  const except = (item: Item, exception: NonNullable<Captured['exception']>) =>
    put({ ...item, picture: null, template: null, quality: null, tries: 1, exception });
  return (
    <>
      <Items captured={captured} onStep={onStep} />
      <div ref={inTheWay} tabIndex={-1}>
        {missing.length > 0 && <Missing items={missing} onStep={onStep} onExcept={except} />}
        {repeat.length > 0 && (
          <div className="note waiting" role="status">
            <p>{say('check.repeat', { items: repeat.map(nameOf).join(', '), tries: TRIES_ASKED })}</p>
          </div>
        )}
      </div>
      {excepted > 0 && (
        <div className="note waiting">
          <p>{say('check.excepted', { count: excepted })}</p>
        </div>
      )}
      <Kind value={kind} onChange={setKind} />
      {fault && (
        <div className="note stopped" role="alert">
          <p>{say(`seal.fault.${fault}`)}</p>
        </div>
      )}
      <p className="soft">{say('seal.about', { device: device.name })}</p>
      <button type="button" className="btn" aria-disabled={!ready || sealing} onClick={() => void seal()}>
        {say(sealing ? 'seal.sealing' : 'seal')}
      </button>
      {!ready && <p className="soft">{say('seal.notYet')}</p>}
    </>
  );
}

function faultOf(error: unknown): SealFault {
  if (error instanceof StoreFault) return error.why;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'enrolment.packet_too_large' ? 'too_large' : 'failed';
}

function Items({ captured, onStep }: { captured: readonly Captured[]; onStep: (step: Step) => void }) {
  const say = useSay(texts);
  const nameOf = useItemName();
  const columns: Column<Captured>[] = [
    { key: 'item', head: say('column.item'), cell: (item) => nameOf(item), names: true },
    { key: 'what', head: say('column.what'), cell: (item) => say(whatOf(item)) },
    {
      key: 'quality',
      head: say('column.quality'),
      cell: (item) =>
        item.exception ? (
          <Tag standing="waiting">{say('exception.tag', { reason: say(`reason.${item.exception}`) })}</Tag>
        ) : (
          <Quality of={item} />
        ),
    },
    { key: 'tries', head: say('column.tries'), cell: ({ tries }) => tries, number: true },
    {
      key: 'again',
      head: say('column.again'),
      cell: (item) => (
        <button type="button" className="link" onClick={() => onStep(stepOf(item))}>
          {say('change')}
          <span className="unseen"> {nameOf(item)}</span>
        </button>
      ),
    },
  ];
  return (
    <DataTable
      caption={say('check.items')}
      columns={columns}
      rows={{ at: 'here', rows: inOrder(captured) }}
      rowKey={itemKey}
      empty={say('check.nothing')}
    />
  );
}

function whatOf({ picture, template, exception }: Captured) {
  if (exception) return 'what.none' as const;
  if (picture && template) return 'what.both' as const;
  return template ? ('what.template' as const) : ('what.picture' as const);
}

function Missing({
  items,
  onStep,
  onExcept,
}: {
  items: readonly Item[];
  onStep: (step: Step) => void;
  onExcept: (item: Item, reason: NonNullable<Captured['exception']>) => void;
}) {
  const say = useSay(texts);
  const nameOf = useItemName();
  return (
    <section aria-labelledby="missing">
      <h3 id="missing">{say('check.missing', { count: items.length })}</h3>
      <ul className="missing">
        {items.map((item) => (
          <li key={itemKey(item)}>
            <b>{nameOf(item)}</b>
            <button type="button" className="link" onClick={() => onStep(stepOf(item))}>
              {say('record')}
              <span className="unseen"> {nameOf(item)}</span>
            </button>
            <details>
              <summary>
                {say('exception.give')}
                <span className="unseen"> {nameOf(item)}</span>
              </summary>
              <ReasonForm onReason={(reason) => onExcept(item, reason)} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kind({ value, onChange }: { value: Manifest['kind']; onChange: (kind: Manifest['kind']) => void }) {
  const say = useSay(texts);
  const group = useId();
  return (
    <fieldset className="options">
      <legend>{say('kind')}</legend>
      {(['first', 'again'] as const).map((kind) => (
        <label key={kind}>
          <input type="radio" name={group} checked={kind === value} onChange={() => onChange(kind)} />
          <span>
            {say(`kind.${kind}`)}
            <span className="soft block">{say(`kind.${kind}.about`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
