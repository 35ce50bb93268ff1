import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { useSay } from '../../../../kit/text.tsx';
import type { CapturePart } from '../captured.ts';
import { ExceptionChoice } from '../exception.tsx';
import { Picture } from '../picture.tsx';
import { texts } from '../texts.ts';
import { drawOn, pngOf } from './draw.ts';
import { isSignature, SHEET, withPoint, type Stroke } from './strokes.ts';

const SIGNATURE = { modality: 'signature', position: 0 } as const;

/** The signature, by pen, finger or mouse; who cannot sign says why, with the keyboard too. */
export function SignatureStep({ captured, put, remove, onNext }: CapturePart & { onNext: () => void }) {
  const say = useSay(texts);
  const kept = captured.find(({ modality }) => modality === 'signature') ?? null;
  const [signing, setSigning] = useState(kept === null);
  const keep = (bytes: Uint8Array) => {
    put({
      ...SIGNATURE,
      picture: { mediaType: 'image/png', bytes },
      template: null,
      quality: null,
      tries: Math.min(99, (kept?.tries ?? 0) + 1),
      exception: null,
    });
    setSigning(false);
  };
  if (kept?.exception)
    return (
      <>
        <ExceptionChoice item={SIGNATURE} captured={captured} put={put} remove={remove} />
        <button type="button" className="btn" onClick={onNext}>
          {say('signature.next')}
        </button>
      </>
    );
  if (kept?.picture && !signing)
    return (
      <>
        <p className="great" role="status">
          {say('signature.kept')}
        </p>
        <div className="sheet kept">
          <Picture bytes={kept.picture.bytes} alt={say('signature.taken')} />
        </div>
        <div className="row">
          <button type="button" className="btn" ref={(button) => button?.focus()} onClick={onNext}>
            {say('signature.next')}
          </button>
          <button type="button" className="btn quiet" onClick={() => setSigning(true)}>
            {say('again')}
          </button>
        </div>
      </>
    );
  return (
    <>
      <p className="great">{say('signature.ask')}</p>
      <Sheet onKeep={keep} onBack={kept ? () => setSigning(false) : null} />
      <ExceptionChoice item={SIGNATURE} captured={captured} put={put} remove={remove} />
    </>
  );
}

function Sheet({ onKeep, onBack }: { onKeep: (png: Uint8Array) => void; onBack: (() => void) | null }) {
  const say = useSay(texts);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const drawing = useRef<Stroke | null>(null);
  const [fault, setFault] = useState<'empty' | 'too_large' | null>(null);
  useEffect(() => {
    if (canvas.current) drawOn(canvas.current, drawing.current ? [...strokes, drawing.current] : strokes);
  }, [strokes]);

  const pointOf = (event: PointerEvent | globalThis.PointerEvent) => {
    const place = canvas.current!.getBoundingClientRect();
    return {
      x: ((event.clientX - place.left) / place.width) * SHEET.width,
      y: ((event.clientY - place.top) / place.height) * SHEET.height,
      pressure: event.pointerType === 'pen' ? event.pressure : 0.5,
    };
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    // One pen at a time: the ball of the hand that follows it is none.
    if (drawing.current || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = [pointOf(event)];
    setFault(null);
  };
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!drawing.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    // All that the pen did since the last frame, so that a quick hand leaves no corners.
    const events = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const all = events.length > 0 ? events : [event.nativeEvent];
    drawing.current = all.reduce<Stroke>((stroke, each) => withPoint(stroke, pointOf(each)), drawing.current);
    drawOn(canvas.current!, [...strokes, drawing.current]);
  };
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!drawing.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setStrokes([...strokes, drawing.current]);
    drawing.current = null;
  };
  const keep = async () => {
    if (!isSignature(strokes)) return setFault('empty');
    const png = await pngOf(strokes);
    if (png) onKeep(png);
    else setFault('too_large');
  };
  return (
    <>
      <div className="sheet">
        <canvas
          ref={canvas}
          width={SHEET.width}
          height={SHEET.height}
          role="img"
          aria-label={say(strokes.length > 0 ? 'signature.begun' : 'signature.sheet')}
          onPointerDown={begin}
          onPointerMove={go}
          onPointerUp={end}
          onPointerCancel={end}
        />
      </div>
      {fault && (
        <div className="note stopped" role="alert">
          <p>{say(`signature.${fault}`)}</p>
        </div>
      )}
      <div className="row">
        <button type="button" className="btn" onClick={() => void keep()}>
          {say('signature.keep')}
        </button>
        <button
          type="button"
          className="btn quiet"
          aria-disabled={strokes.length === 0}
          onClick={() => setStrokes(strokes.slice(0, -1))}
        >
          {say('signature.undo')}
        </button>
        <button type="button" className="btn quiet" aria-disabled={strokes.length === 0} onClick={() => setStrokes([])}>
          {say('signature.clear')}
        </button>
        {onBack && (
          <button type="button" className="btn quiet" onClick={onBack}>
            {say('signature.back')}
          </button>
        )}
      </div>
    </>
  );
}
