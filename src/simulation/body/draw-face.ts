/** Drawn faces of nobody: the face detector finds them, and no photo of a person is in this project. */
import sharp from 'sharp';
import { mix, roll, type Die } from '../person/index.ts';

interface Look {
  readonly skin: readonly [light: string, middle: string, dark: string];
  readonly hair: string;
  readonly eyes: string;
  readonly shirt: string;
  readonly wall: string;
  /** The colour of a head-scarf. */
  readonly veil: string | null;
  readonly wide: number;
  readonly long: number;
  readonly brow: number;
  readonly mouth: number;
}

const PLAIN: Look = {
  skin: ['#ecc19d', '#d9a37c', '#a8734f'],
  hair: '#2a1d15',
  eyes: '#3b2414',
  shirt: '#34506e',
  wall: '#9db4c8',
  veil: null,
  wide: 1,
  long: 1,
  brow: 0,
  mouth: 0,
};

const SKINS = [
  ['#f0cba9', '#dfae88', '#b07b56'],
  ['#ecc19d', '#d9a37c', '#a8734f'],
  ['#dcab82', '#c58f66', '#8f5f3f'],
  ['#c8946b', '#ae7a53', '#7a4f33'],
  ['#b5835b', '#9c6c49', '#6c4730'],
] as const;
const SHIRTS = ['#34506e', '#5d3a4a', '#38594a', '#6b5a36', '#4a4a58', '#f1efe8'];
const VEILS = ['#3c4f63', '#6a4b55', '#4f5d44', '#e4dccb', '#2f2f36'];
const IRISES = ['#3b2414', '#2b1a10', '#4a2f1b'];

/** The face that a body has, before a red or a blue wall as on a card: 600 x 800, JPEG. A visit moves it a little. */
export function drawFace(bodySeed: number, visit: number): Promise<Buffer> {
  const die: Die = { state: mix(bodySeed, 0x4c4f4f4b) };
  const look = lookOf(die);
  const now: Die = { state: mix(mix(bodySeed, visit), 0x504f5345) };
  const x = 300 + 16 * (roll(now) - 0.5);
  const y = 360 + 20 * (roll(now) - 0.5);
  const size = 1.55 + 0.08 * (roll(now) - 0.5);
  return sharp(Buffer.from(scene(600, 800, look, [{ x, y, size }])))
    .blur(0.6)
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** `count` faces side by side, all the same, as a PNG. */
export function drawnFaces(count: number, { width = 600, height = 600, blur = 1.2 } = {}): Promise<Buffer> {
  const size = Math.min(width / count, height) / 380;
  const places = Array.from({ length: count }, (_, n) => ({ x: ((n + 0.5) * width) / count, y: height * 0.47, size }));
  return sharp(Buffer.from(scene(width, height, PLAIN, places)))
    .blur(blur)
    .png()
    .toBuffer();
}

function lookOf(die: Die): Look {
  const one = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(roll(die) * things.length)]!;
  return {
    skin: one(SKINS),
    hair: one(['#2a1d15', '#171210', '#3a2a20']),
    eyes: one(IRISES),
    shirt: one(SHIRTS),
    wall: one(['#b23a3a', '#3d63a8']),
    veil: roll(die) < 0.35 ? one(VEILS) : null,
    wide: 0.94 + 0.12 * roll(die),
    long: 0.95 + 0.1 * roll(die),
    brow: 6 * (roll(die) - 0.5),
    mouth: 8 * (roll(die) - 0.5),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function scene(width: number, height: number, look: Look, places: readonly Place[]): string {
  const [light, middle, dark] = look.skin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><radialGradient id="skin" cx=".45" cy=".4" r=".7"><stop offset="0" stop-color="${light}"/>
    <stop offset=".7" stop-color="${middle}"/><stop offset="1" stop-color="${dark}"/></radialGradient></defs>
    <rect width="100%" height="100%" fill="${look.wall}"/>${places.map((place) => faceAt(place, look)).join('')}</svg>`;
}

function faceAt({ x, y, size }: Place, look: Look): string {
  const twice = (part: string) => `${part}<g transform="scale(-1 1)">${part}</g>`;
  const dark = look.skin[2];
  const { veil } = look;
  return `<g transform="translate(${x} ${y}) scale(${size * look.wide} ${size * look.long})">
    ${
      veil
        ? `<path d="M-112 170 Q-135 -130 0 -142 Q135 -130 112 170Z" fill="${veil}"/>`
        : `<ellipse cx="0" cy="-20" rx="92" ry="118" fill="${look.hair}"/>`
    }
    <path d="M-40 90 L-44 160 L44 160 L40 90Z" fill="${dark}"/>
    <path d="M-150 420 L-150 200 Q-110 150 -44 145 L44 145 Q110 150 150 200 L150 420Z" fill="${look.shirt}"/>
    ${veil ? `<path d="M-90 60 Q-80 190 0 205 Q80 190 90 60 Q60 130 0 132 Q-60 130 -90 60Z" fill="${veil}"/>` : ''}
    <ellipse cx="0" cy="10" rx="78" ry="102" fill="url(#skin)"/>
    <path d="M-78 -20 Q-70 -95 0 -98 Q70 -95 78 -20 Q60 -62 0 -62 Q-60 -62 -78 -20Z" fill="${veil ?? look.hair}"/>
    ${twice(`${veil ? '' : `<ellipse cx="-82" cy="10" rx="9" ry="20" fill="${look.skin[1]}"/>`}
      <path d="M-52 ${-22 + look.brow} Q-34 ${-34 + look.brow} -15 ${-24 + look.brow}" fill="none" stroke="#3a261a" stroke-width="6" stroke-linecap="round"/>
      <ellipse cx="-33" cy="-4" rx="17" ry="8" fill="#f4efe9"/><circle cx="-33" cy="-4" r="7.5" fill="${look.eyes}"/>
      <circle cx="-31" cy="-6" r="2" fill="#fff"/>
      <path d="M-51 -4 Q-33 -18 -15 -4" fill="none" stroke="#2b1a10" stroke-width="3"/>
      <ellipse cx="-8" cy="40" rx="4" ry="2.5" fill="#6d4029"/>
      <path d="M-60 40 Q-50 75 -25 100" fill="none" stroke="${dark}" stroke-width="6" opacity=".35"/>`)}
    <path d="M-7 -2 Q-10 26 -17 36 Q-10 44 0 43 Q10 44 17 36 Q10 26 7 -2" fill="${look.skin[1]}" opacity=".7"/>
    <path d="M${-28 - look.mouth} 66 Q-12 58 0 62 Q12 58 ${28 + look.mouth} 66 Q14 80 0 80 Q-14 80 ${-28 - look.mouth} 66Z" fill="#a4504a"/>
    <path d="M${-28 - look.mouth} 66 Q0 72 ${28 + look.mouth} 66" fill="none" stroke="#6e2f2c" stroke-width="2.5"/></g>`;
}
