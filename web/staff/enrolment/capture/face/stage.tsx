import { useEffect, type ReactNode, type RefObject } from 'react';
import type { Advice } from './guidance.ts';

/** Arrows and signs that stand in the picture beside the words. */
const SIGNS: Partial<Record<Advice, string>> = {
  to_left: 'M48 12 16 32l32 20',
  to_right: 'M16 12l32 20-32 20',
  up: 'M12 48l20-32 20 32',
  down: 'M12 16l20 32 20-32',
  closer: 'M32 10v44M10 32h44',
  back: 'M10 32h44',
  good: 'M12 34l14 14 26-32',
};

/** The camera's picture with the place for the face: dashed while something is to be done, whole with a tick when all is good. */
export function Stage({
  video,
  stream,
  mirrored,
  advice,
  label,
  children,
}: {
  video: RefObject<HTMLVideoElement | null>;
  stream: MediaStream | null;
  mirrored: boolean;
  advice: Advice | null;
  label: string;
  children?: ReactNode;
}) {
  useEffect(() => {
    if (!video.current) return;
    video.current.srcObject = stream;
  }, [video, stream]);
  const sign = advice && SIGNS[advice];
  return (
    <div className={`stage${mirrored ? ' mirrored' : ''}${advice === 'good' ? ' good' : ''}`}>
      <video ref={video} autoPlay muted playsInline aria-label={label} />
      <svg viewBox="0 0 480 640" aria-hidden="true">
        <path className="veil" d="M0 0h480v640H0zM240 130a140 185 0 1 0 .1 0z" fillRule="evenodd" />
        <ellipse cx="240" cy="315" rx="140" ry="185" />
        {sign && (
          <g transform="translate(208 548)">
            <circle cx="32" cy="32" r="40" />
            <path d={sign} />
          </g>
        )}
      </svg>
      {children}
    </div>
  );
}
