import { useRef, useState, type KeyboardEvent } from 'react';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { useItemWords } from '../enrolment/item/words.ts';
import { ItemLook } from './item-look.tsx';
import { comparedItems, type ComparedItem } from './items.ts';
import { MatchSteps } from './matches.tsx';
import { useMatches, useMinutiae, type Matches } from './minutiae.ts';
import type { Pair } from './read.ts';
import { texts } from './texts.ts';
import './bodies.css';

/** Likeness is neither good nor bad: only what speaks against one body is marked. */
const STANDING: Readonly<Record<string, Standing>> = { near: 'waiting', unlike: 'stopped' };
const ZOOMS = [1, 2, 3, 4] as const;

/** One pair of fingers (or faces) at a time, big; the arrows go to the next, + and - magnify both alike, n and p go through what matches. Nothing is opened unasked. */
export function Bodies({ pair }: { pair: Pair }) {
  const say = useSay(texts);
  const items = comparedItems(pair);
  const [at, setAt] = useState(0);
  const [zoom, setZoom] = useState(0);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [looked, setLooked] = useState<{ key: string; number: number } | null>(null);
  const item = items[at]!;
  const matches = useMatches(useMatchable(pair, item, opened.has(item.key)));
  const chosen = looked?.key === item.key ? looked.number : null;
  const section = useRef<HTMLElement>(null);
  const open = (these: readonly ComparedItem[]) => {
    setOpened(new Set([...opened, ...these.map(({ key }) => key)]));
    // The button that was pressed goes; the keys shall go on working.
    section.current?.focus();
  };
  const go = (step: number) => setAt((at + step + items.length) % items.length);
  const magnify = (step: number) => setZoom(Math.min(ZOOMS.length - 1, Math.max(0, zoom + step)));
  // After the last one, and before the first, all are shown.
  const goMatch = (step: 1 | -1) => {
    if (!matches) return;
    const number = (chosen ?? (step === 1 ? 0 : matches.count + 1)) + step;
    setLooked(number < 1 || number > matches.count ? null : { key: item.key, number });
  };
  const keys = (event: KeyboardEvent) => {
    // What is magnified is moved by the arrows itself.
    const moves = event.target instanceof Element && event.target.closest('.look-frame') && zoom > 0;
    if (event.altKey || event.ctrlKey || event.metaKey || moves) return;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowRight: () => go(1),
      ArrowLeft: () => go(-1),
      '+': () => magnify(1),
      '-': () => magnify(-1),
      n: () => goMatch(1),
      p: () => goMatch(-1),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    // The next finger may be closed and have nothing to go through: a button that goes would take the keys along.
    if (event.target instanceof Element && event.target.closest('.matches')) section.current?.focus();
    act();
  };
  const fingers = items.filter((each) => each.modality === 'finger');
  const closed = fingers.filter(({ key }) => !opened.has(key));
  const looks = closed.reduce((sum, each) => sum + each.looks, 0);
  return (
    <section aria-labelledby="judul-tubuh" className="bodies" onKeyDown={keys} tabIndex={-1} ref={section}>
      <h2 id="judul-tubuh">{say('bodies')}</h2>
      <p className="soft">{say('bodies.about')}</p>
      <Chooser pair={pair} items={items} at={at} opened={opened} onChoose={setAt} />
      <p className="row no-print">
        {looks > 0 ? (
          <button type="button" className="btn quiet" onClick={() => open(closed)}>
            {say('bodies.openAll', { count: looks })}
          </button>
        ) : (
          <span className="soft">{say('bodies.allOpen')}</span>
        )}
      </p>
      <Big
        pair={pair}
        item={item}
        open={opened.has(item.key)}
        zoom={ZOOMS[zoom]!}
        onOpen={() => open([item])}
        onGo={go}
        onZoom={magnify}
        matches={matches}
        chosen={chosen}
        onMatch={goMatch}
        onChoose={(number) => setLooked(number === chosen || number === null ? null : { key: item.key, number })}
      />
    </section>
  );
}

/** The minutiae of the finger that is looked at, once it is open and there are any. */
function useMatchable(pair: Pair, item: ComparedItem, open: boolean) {
  const there = item.modality === 'finger' && item.sides.some((side) => side.item?.template);
  return useMinutiae(pair.id, item, open && there).data;
}

interface Chosen {
  readonly pair: Pair;
  readonly items: readonly ComparedItem[];
  readonly at: number;
  readonly opened: ReadonlySet<string>;
  readonly onChoose: (place: number) => void;
}

/** All parts at a glance, each with the machine's word; small pictures of those that are open. */
function Chooser({ pair, items, at, opened, onChoose }: Chosen) {
  const say = useSay(texts);
  const words = useItemWords();
  return (
    <ul className="body-items" aria-label={say('bodies.items')}>
      {items.map((item, place) => (
        <li key={item.key}>
          <button type="button" aria-pressed={place === at} onClick={() => onChoose(place)}>
            <b>{words.item(item)}</b>
            {opened.has(item.key) && (
              <span className="small-looks" aria-hidden="true">
                {item.sides.map(({ side, item: recorded }) => (
                  <ItemLook key={side} pairId={pair.id} side={side} of={item} recorded={recorded} open label="" small />
                ))}
              </span>
            )}
            {item.machine ? (
              <Tag standing={STANDING[item.machine.strength] ?? 'plain'}>{item.machine.text}</Tag>
            ) : (
              <span className="soft">{say('machine.none')}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Big(given: {
  pair: Pair;
  item: ComparedItem;
  open: boolean;
  zoom: (typeof ZOOMS)[number];
  onOpen: () => void;
  onGo: (step: number) => void;
  onZoom: (step: number) => void;
  matches: Matches | null;
  chosen: number | null;
  onMatch: (step: 1 | -1) => void;
  /** One that is chosen again, and null, show all. */
  onChoose: (number: number | null) => void;
}) {
  const { pair, item, open, zoom, onGo, onZoom, matches, chosen } = given;
  const say = useSay(texts);
  const words = useItemWords();
  const title = (side: 'later' | 'earlier') => say(pair.sides.length === 1 ? 'onlyOne' : side);
  return (
    <div className="big-look">
      <div className="row no-print">
        <button type="button" className="btn quiet" onClick={() => onGo(-1)}>
          <span aria-hidden="true">← </span>
          {say('item.previous')}
        </button>
        <h3 aria-live="polite">{words.item(item)}</h3>
        <button type="button" className="btn quiet" onClick={() => onGo(1)}>
          {say('item.next')}
          <span aria-hidden="true"> →</span>
        </button>
        <span className="zoom row">
          <button type="button" className="btn quiet" onClick={() => onZoom(-1)} aria-disabled={zoom === ZOOMS[0]}>
            {say('item.out')}
          </button>
          <button type="button" className="btn quiet" onClick={() => onZoom(1)} aria-disabled={zoom === ZOOMS.at(-1)}>
            {say('item.in')}
          </button>
          <span className="soft" role="status">
            {zoom === 1 ? say('item.whole') : say('item.zoom', { times: zoom })}
          </span>
        </span>
      </div>
      <p>{item.machine ? say('item.machine', { strength: item.machine.text }) : say('item.notCompared')}</p>
      {!open && item.looks > 0 && (
        <p className="no-print">
          <button type="button" className="btn" onClick={given.onOpen}>
            {say(pair.sides.length === 1 ? 'item.openOne' : 'item.open')}
          </button>
        </p>
      )}
      {matches && (
        <MatchSteps matches={matches} chosen={chosen} onStep={given.onMatch} onAll={() => given.onChoose(null)} />
      )}
      <div className="two-sides">
        {item.sides.map(({ side, item: recorded }) => (
          <figure key={side}>
            <figcaption>
              <b>{title(side)}</b> <Quality quality={recorded && !recorded.exception ? recorded.quality : undefined} />
            </figcaption>
            <ItemLook
              pairId={pair.id}
              side={side}
              of={item}
              recorded={recorded}
              open={open}
              zoom={zoom}
              marked={matches ? { numbers: matches.numbers[side], chosen, onChoose: given.onChoose } : undefined}
              label={say('item.pictureOf', { item: words.item(item), side: title(side) })}
            />
          </figure>
        ))}
      </div>
    </div>
  );
}

function Quality({ quality }: { quality: number | null | undefined }) {
  const say = useSay(texts);
  if (quality === undefined) return null;
  return <span className="soft">{quality === null ? say('item.noQuality') : say('item.quality', { quality })}</span>;
}
