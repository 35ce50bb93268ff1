/**
 * How prints are worse than they could be: what fingers, sensors and officers do to them. Each way is drawn from numbers of its own, the same for
 * the same picture every time. The strengths were set by eye, to what real prints of bad days look like, before anything was measured on them.
 */
import { noiseOver, type Random } from '../../src/recording/biometric/finger/synthetic/random.ts';
import { blurred, darkest, eachPixel, faded, groundOf, share, taken, type Picture } from './picture.ts';

/** `other` is a print of another finger of the set, where one is needed. */
export type Way = (picture: Picture, random: Random, other: Picture) => Picture;

const cutTo = (picture: Picture, random: Random, width: number, height: number): Picture => {
  const size = { width: Math.min(width, picture.width), height: Math.min(height, picture.height) };
  const left = Math.floor(random.between(0, picture.width - size.width));
  const top = Math.floor(random.between(0, picture.height - size.height));
  return taken(picture, (x, y) => [x + left, y + top], size);
};

const dry: Way = (picture, random) => {
  const [grain, area] = [noiseOver(random, picture, 3), noiseOver(random, picture, 60)];
  const broken = faded(picture, (x, y) => 0.95 * share(grain, x, y, 0.05 - 0.5 * area(x, y), 0.45 - 0.5 * area(x, y)));
  return blurred(broken, 0.6);
};

const PANE = { width: 640, height: 480 };
/** Pixels an inch. */
const [USUAL, FINE] = [500, 569];

export const WAYS: Readonly<Record<string, Way>> = {
  noisy: (picture, random) => eachPixel(picture, (grey) => grey + 45 * random.bell()),

  wet(picture, random) {
    const area = noiseOver(random, picture, 70);
    const thick = darkest(picture);
    const thicker = blurred(darkest(thick), 1);
    return eachPixel(picture, (grey, x, y, at) => {
      const much = share(area, x, y, -0.4, 0.5);
      return grey + (thick.greys[at]! - grey) * 0.8 + (thicker.greys[at]! - thick.greys[at]!) * much;
    });
  },

  dry,

  cut: (picture, random) => cutTo(picture, random, 200, 256),

  turned(picture, random) {
    const turn = (random.between(-35, 35) * Math.PI) / 180;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const [mx, my] = [picture.width / 2, picture.height / 2];
    return taken(picture, (x, y) => [mx + (x - mx) * cos - (y - my) * sin, my + (x - mx) * sin + (y - my) * cos]);
  },

  flat(picture, random) {
    const [way, depth] = [random.between(0, 2 * Math.PI), random.between(40, 70)];
    return eachPixel(picture, (grey, x, y) => {
      const along = (x / picture.width - 0.5) * Math.cos(way) + (y / picture.height - 0.5) * Math.sin(way);
      return 130 + (grey - 130) * 0.2 + depth * along + 3 * random.bell();
    });
  },

  patched(picture, random) {
    const hole = noiseOver(random, picture, 34);
    return faded(picture, (x, y) => share(hole, x, y, 0.2, 0.3));
  },

  /** The skin follows the finger's push: a smooth field of up to fourteen pixels. */
  pulled(picture, random) {
    const [aside, along] = [noiseOver(random, picture, 110), noiseOver(random, picture, 110)];
    return taken(picture, (x, y) => [x + 14 * aside(x, y), y + 14 * along(x, y)]);
  },

  blurred: (picture) => blurred(picture, 2),

  /** Drawn over a line of the sensor: the finger goes aside, slower and faster, and rows are put together where they do not quite fit. */
  swept(picture, random) {
    const [aside, pace] = [noiseOver(random, picture, 90), noiseOver(random, picture, 60)];
    const seams = Array.from({ length: Math.ceil(picture.height / 8) }, () => random.between(-1.2, 1.2));
    return taken(picture, (x, y) => [x + 9 * aside(0, y) + seams[y >> 3]!, y + 8 * pace(0, y)]);
  },

  creased(picture, random) {
    const lines = Array.from({ length: 5 }, () => {
      const turn = random.between(0, Math.PI);
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      const far = random.between(-110, 110);
      return { cos, sin, far, wide: random.between(1.5, 3.5), bend: noiseOver(random, picture, 50) };
    });
    return faded(picture, (x, y) => {
      let most = 0;
      for (const { cos, sin, far, wide, bend } of lines) {
        const off = (x - picture.width / 2) * cos + (y - picture.height / 2) * sin - far + 8 * bend(x, y);
        most = Math.max(most, Math.exp(-((off / wide) ** 2)));
      }
      return 0.9 * most;
    });
  },

  /** What the finger before left on the glass; mirrored, or it would rightly be found like that finger's own prints. */
  left(picture, random, other) {
    const theirs = groundOf(other);
    const dark = { ...other, greys: other.greys.map((grey, at) => theirs[at]! - grey) };
    const [dx, dy] = [random.between(-60, 60), random.between(-60, 60)];
    const moved = taken(dark, (x, y) => [other.width - 1 - x + dx, y + dy], picture);
    const faint = noiseOver(random, picture, 50);
    return eachPixel(picture, (grey, x, y, at) => grey - (0.45 + 0.2 * faint(x, y)) * Math.max(0, moved.greys[at]!));
  },

  /** Columns and rows of the sensor that are brighter or darker than others, and some that are dead. */
  striped(picture, random) {
    const of = (length: number) =>
      Array.from({ length }, () => (random.next() < 0.015 ? 80 * Math.sign(random.bell()) : 14 * random.bell()));
    const [columns, rows] = [of(picture.width), of(picture.height)];
    return eachPixel(picture, (grey, x, y) => grey + columns[x]! + 0.6 * rows[y]!);
  },

  /** Pores so wide that ridges become strings of dots. */
  dotted(picture, random) {
    const holes = new Float32Array(picture.greys.length);
    for (let n = 0; n < picture.greys.length / 45; n++) {
      const [px, py] = [random.between(0, picture.width), random.between(0, picture.height)];
      const wide = random.between(1.2, 2.2);
      for (let y = Math.max(0, Math.floor(py - 5)); y < Math.min(picture.height, py + 5); y++)
        for (let x = Math.max(0, Math.floor(px - 5)); x < Math.min(picture.width, px + 5); x++) {
          const at = y * picture.width + x;
          holes[at] = Math.max(holes[at]!, Math.exp(-(((x - px) ** 2 + (y - py) ** 2) / (wide * wide))));
        }
    }
    return faded(picture, (_x, _y, at) => 0.85 * holes[at]!);
  },

  /** A small sensor and a dry finger. */
  small: (picture, random, other) => dry(cutTo(picture, random, 220, 220), random, other),

  /** A finger on a large pane of grey glass that is brighter in the middle. */
  pane(picture, random) {
    const [left, top] = [random.between(40, 300), random.between(10, 80)];
    const ground = groundOf(picture);
    const touch = { ...picture, greys: picture.greys.map((grey, at) => Math.min(1, grey / Math.max(1, ground[at]!))) };
    const placed = taken(touch, (x, y) => [x - left, y - top], PANE);
    return eachPixel(placed, (part, x, y) => {
      const far = Math.hypot(x / PANE.width - 0.5, y / PANE.height - 0.5);
      return (185 - 110 * far) * (0.25 + 0.75 * part) + 4 * random.bell();
    });
  },

  /** 569 pixels an inch, as some sensors have, and said so. */
  fine(picture) {
    const larger = FINE / USUAL;
    const size = { width: Math.round(picture.width * larger), height: Math.round(picture.height * larger) };
    return { ...taken(picture, (x, y) => [x / larger, y / larger], size), dpi: FINE };
  },
};
