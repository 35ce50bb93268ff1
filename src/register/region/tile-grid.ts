/**
 * The nation as tiles, a province each, on a grid of fifteen columns and eight rows: islands keep their place, sea stays empty.
 * The grids of 34 provinces (2018) and of 38 (since 9 December 2022) differ in Papua only, so that the two can be laid side by
 * side. Our own drawing; pure.
 */
export interface Tile {
  /** Province code. */
  readonly code: string;
  /** From 0, westernmost first. */
  readonly column: number;
  /** From 0, northernmost first. */
  readonly row: number;
  readonly label: string;
}

export const TILE_COLUMNS = 15;
export const TILE_ROWS = 8;

// One letter pair a province; a dot is sea. The pictures are the data.
const WITHOUT_PAPUA = [
  'AC .. .. .. .. .. .. KU .. .. SA .. .. .. ..',
  '.. SU RI KR .. .. KB KI .. GO .. MU .. .. ..',
  '.. SB JA .. BB .. KT KS .. ST .. .. .. .. ..',
  '.. .. BE SS .. .. .. .. SR .. .. MA .. .. ..',
  '.. .. .. LA .. .. .. .. SN SG .. .. .. .. ..',
  '.. .. .. .. BT JK .. .. .. .. .. .. .. .. ..',
  '.. .. .. .. .. JB JT JI .. .. .. .. .. .. ..',
  '.. .. .. .. .. .. YO .. BA NB NT .. .. .. ..',
];
const PAPUA_34 = ['', '', '.. .. .. .. .. .. .. .. .. .. .. .. PB', '.. .. .. .. .. .. .. .. .. .. .. .. .. PA'];
const PAPUA_38 = [
  '',
  '',
  '.. .. .. .. .. .. .. .. .. .. .. .. BD PB PA',
  '.. .. .. .. .. .. .. .. .. .. .. .. .. PT PP',
  '.. .. .. .. .. .. .. .. .. .. .. .. .. .. PS',
];

const CODE_OF: Readonly<Record<string, string>> = {
  AC: '11',
  SU: '12',
  SB: '13',
  RI: '14',
  JA: '15',
  SS: '16',
  BE: '17',
  LA: '18',
  BB: '19',
  KR: '21',
  JK: '31',
  JB: '32',
  JT: '33',
  YO: '34',
  JI: '35',
  BT: '36',
  BA: '51',
  NB: '52',
  NT: '53',
  KB: '61',
  KT: '62',
  KS: '63',
  KI: '64',
  KU: '65',
  SA: '71',
  ST: '72',
  SN: '73',
  SG: '74',
  GO: '75',
  SR: '76',
  MA: '81',
  MU: '82',
  PA: '91',
  PB: '92',
  PS: '93',
  PT: '94',
  PP: '95',
  BD: '96',
};

function tilesIn(...pictures: readonly (readonly string[])[]): readonly Tile[] {
  return pictures
    .flatMap((picture) =>
      picture.flatMap((line, row) => line.split(' ').map((label, column) => ({ label, column, row }))),
    )
    .filter(({ label }) => label !== '' && label !== '..')
    .map(({ label, column, row }) => ({ code: CODE_OF[label]!, column, row, label }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

export const TILES_34 = tilesIn(WITHOUT_PAPUA, PAPUA_34);
export const TILES_38 = tilesIn(WITHOUT_PAPUA, PAPUA_38);

/** The grid on which these provinces have a place each; the one of 38 when any of the four youngest is among them. */
export function tilesFor(provinces: readonly string[]): readonly Tile[] {
  const asked = new Set(provinces);
  const tiles = ['93', '94', '95', '96'].some((code) => asked.has(code)) ? TILES_38 : TILES_34;
  return tiles.filter((tile) => asked.has(tile.code));
}
