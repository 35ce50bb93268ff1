import { Tag } from '../../../../kit/tag.tsx';
import type { Captured } from '../captured.ts';
import { LEFT_HAND, RIGHT_HAND, useDeviceWords, type DeviceKey } from './words.ts';

export interface HandsGiven {
  readonly fingerAt: (position: number) => Captured | undefined;
  readonly refusedAt: (position: number) => boolean;
  readonly selected: number | null;
  readonly onSelect: (position: number) => void;
}

/** Two hands, as the person sees his own: ten places, each a button with its name, where it stands and its quality. */
export function Hands(given: HandsGiven) {
  const { say } = useDeviceWords();
  return (
    <div className="hands">
      {(['left', 'right'] as const).map((side) => (
        <section key={side} className={`hand ${side}`} aria-label={say(`hand.${side}`)}>
          <b aria-hidden="true">{say(`hand.${side}`)}</b>
          <ul>
            {(side === 'left' ? LEFT_HAND : RIGHT_HAND).map((position) => (
              <li key={position} className={`kind-${((position - 1) % 5) + 1}`}>
                <Place position={position} {...given} />
              </li>
            ))}
          </ul>
          <span className="palm" aria-hidden="true" />
        </section>
      ))}
    </div>
  );
}

function Place({ position, fingerAt, refusedAt, selected, onSelect }: HandsGiven & { position: number }) {
  const { say, name, standing: standingOf } = useDeviceWords();
  const item = fingerAt(position);
  const refused = !item && refusedAt(position);
  const { standing, word } = refused ? { standing: 'stopped' as const, word: say('state.refused') } : standingOf(item);
  const quality = item && !item.exception ? item.quality : null;
  const spoken = [name('finger', position), word, quality === null ? null : say('quality.100', { quality })];
  return (
    <button
      type="button"
      className={`place ${standing}`}
      aria-pressed={selected === position}
      aria-label={spoken.filter(Boolean).join(', ')}
      onClick={() => onSelect(position)}
    >
      <span className="number">{quality ?? ''}</span>
      <span className="kind">{say(`kind.${((position - 1) % 5) + 1}` as DeviceKey)}</span>
      <Tag standing={standing}>{word}</Tag>
    </button>
  );
}
