/**
 * The card's face as SVG at the size of ISO/IEC 7810 ID-1. What stands on it: UU 24/2013 art. 64 (1); without emblem and map, which no
 * specimen may bear. One drawing serves screen and printer. Pure.
 */
export const WIDTH_MM = 85.6;
export const HEIGHT_MM = 53.98;

export interface Picture {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** In words, as the card has them. */
export interface Face {
  readonly province: string;
  readonly regency: string;
  readonly nik: string;
  readonly name: string;
  /** `JAKARTA, 05-08-1990`. */
  readonly born: string;
  readonly sex: string;
  readonly bloodGroup: string;
  readonly address: string;
  /** `003/007`. */
  readonly rtRw: string;
  readonly village: string;
  readonly district: string;
  readonly religion: string;
  readonly maritalStatus: string;
  readonly occupation: string;
  readonly citizenship: string;
  readonly validity: string;
  readonly issuedAt: string;
  /** `11-12-2018`. */
  readonly issuedOn: string;
}

const INK = '#12263a';
const FONT = 'Noto Sans';
/** Where values begin, and the room that they have beside the photo. */
const LABEL_X = 3.4;
const VALUE_X = 23.6;
const VALUE_MM = 38;
const FIRST_LINE = 15.6;
const LINE = 3.02;
const SIZE = 2.1;
const LABEL_SIZE = 1.85;

export function faceSvg(
  face: Face,
  given: { photo: Picture | null; signature: Picture | null; specimen: boolean },
): string {
  const rows: [string, string][] = [
    ['Nama', face.name],
    ['Tempat/Tgl Lahir', face.born],
    ['Jenis Kelamin', face.sex],
    ['Alamat', face.address],
    ['  RT/RW', face.rtRw],
    ['  Kel/Desa', face.village],
    ['  Kecamatan', face.district],
    ['Agama', face.religion],
    ['Status Perkawinan', face.maritalStatus],
    ['Pekerjaan', face.occupation],
    ['Kewarganegaraan', face.citizenship],
    ['Berlaku Hingga', face.validity],
  ];
  const lines = rows.flatMap(([label, value], n) => {
    const y = FIRST_LINE + n * LINE;
    const indent = label.startsWith('  ') ? 1.6 : 0;
    return [
      words(label.trim(), { x: LABEL_X + indent, y, mm: Infinity, size: LABEL_SIZE }),
      ...valueLines(value, y, n === 0),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH_MM}mm" height="${HEIGHT_MM}mm" viewBox="0 0 ${WIDTH_MM} ${HEIGHT_MM}">`,
    `<rect width="${WIDTH_MM}" height="${HEIGHT_MM}" rx="3.18" fill="#d9ecf4"/>`,
    `<rect y="8.4" width="${WIDTH_MM}" height="0.25" fill="${INK}" opacity="0.35"/>`,
    words(`PROVINSI ${face.province}`, { x: WIDTH_MM / 2, y: 4.1, mm: 76, size: 2.7, bold: true, middle: true }),
    words(face.regency, { x: WIDTH_MM / 2, y: 7.4, mm: 76, size: 2.7, bold: true, middle: true }),
    words('NIK', { x: LABEL_X, y: 12.2, mm: 12, size: 3.2, bold: true }),
    words(`: ${face.nik}`, { x: 14, y: 12.2, mm: 46, size: 3.4, bold: true }),
    ...lines,
    // On the line of the sex, as cards have it.
    words(`Gol. Darah : ${face.bloodGroup}`, { x: 45, y: FIRST_LINE + 2 * LINE, mm: 16.4 }),
    picture(given.photo, { x: 62.4, y: 11.2, width: 19.8, height: 25.6, slice: true }),
    words(face.issuedAt, { x: 72.3, y: 39.6, mm: 23, size: 1.9, middle: true }),
    words(face.issuedOn, { x: 72.3, y: 42.2, mm: 21, size: 1.9, middle: true }),
    INK_ALONE,
    picture(given.signature, { x: 63.4, y: 43.2, width: 17.8, height: 7.4, slice: false }),
    ...(given.specimen ? specimen() : []),
    '</svg>',
  ].join('\n');
}

/** A value on its line, or where it would be set too small, on two within the same room. */
function valueLines(value: string, y: number, bold: boolean): string[] {
  const at = { x: VALUE_X, mm: VALUE_MM, bold };
  const whole = `: ${value}`;
  const middle = whole.indexOf(' ', Math.floor(whole.length / 2));
  if (whole.length * CAPITAL * SIZE <= VALUE_MM * 1.4 || middle < 0) return [words(whole, { ...at, y })];
  const size = SIZE * 0.66;
  return [
    words(whole.slice(0, middle), { ...at, y: y - 0.85, size }),
    words(whole.slice(middle + 1), { ...at, x: VALUE_X + 0.8, mm: VALUE_MM - 0.8, y: y + 0.7, size }),
  ];
}

function specimen(): string[] {
  return [
    `<text x="${WIDTH_MM / 2}" y="31" font-family="${FONT}" font-weight="700" font-size="9" fill="#a3242b" opacity="0.2" text-anchor="middle" transform="rotate(-24 ${WIDTH_MM / 2} 29)">SPESIMEN</text>`,
    words('SPESIMEN - DATA SIMULASI', { x: 3.4, y: 52.9, mm: 50, size: 1.5, bold: true, fill: '#a3242b' }),
  ];
}

interface Placed {
  readonly x: number;
  readonly y: number;
  /** The room for the line: what is longer is set smaller. */
  readonly mm: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly middle?: boolean;
  readonly fill?: string;
}

/** Mean width of a capital in parts of the size, a little generous so that nothing touches. */
const CAPITAL = 0.66;
const SMALLEST = 0.9;

function words(text: string, at: Placed): string {
  const { size = SIZE, bold = false, middle = false, fill = INK } = at;
  const breadth = text.length * CAPITAL * size;
  const set = breadth <= at.mm ? size : Math.max(SMALLEST, (size * at.mm) / breadth);
  const anchor = middle ? ' text-anchor="middle"' : '';
  return `<text x="${at.x}" y="${round(at.y)}" font-family="${FONT}" font-weight="${bold ? 700 : 400}" font-size="${round(set)}" fill="${fill}"${anchor}>${escaped(text)}</text>`;
}

/** Of a signature the strokes alone: the darker, the more of the ink; its paper lets the card through. */
const INK_ALONE =
  '<filter id="ink" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feColorMatrix type="matrix" values="0 0 0 0 0.07 0 0 0 0 0.15 0 0 0 0 0.23 -0.4 -0.4 -0.4 1.2 0"/></filter>';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly slice: boolean;
}

function picture(given: Picture | null, { x, y, width, height, slice }: Box): string {
  const box = `x="${x}" y="${y}" width="${width}" height="${height}"`;
  if (!given) return slice ? `<rect ${box} fill="#c5dbe5" stroke="${INK}" stroke-width="0.15"/>` : '';
  const fit = slice ? 'xMidYMid slice' : 'xMidYMid meet';
  const ink = slice ? '' : ' filter="url(#ink)"';
  return `<image ${box}${ink} preserveAspectRatio="${fit}" xlink:href="data:${given.mediaType};base64,${given.bytes.toString('base64')}"/>`;
}

const round = (n: number): number => Math.round(n * 1000) / 1000;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
