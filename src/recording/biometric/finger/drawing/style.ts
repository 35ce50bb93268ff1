/** Colours of drawings as files: they stand alone, so each carries its style; a print lies on white paper by day and by night. */

export const STYLE = `
svg { color-scheme: light dark; }
.sheet { fill: #fbfaf7; }
.paper { fill: #ffffff; }
.edge { fill: none; stroke: #8a8d8f; }
.field { fill: none; stroke: #0b5c7a; stroke-width: 1.1; stroke-linecap: round; opacity: 0.75; }
.mark { fill: none; stroke-width: 1.5; stroke-linecap: round; }
.ending { stroke: #b3121d; }
.bifurcation { stroke: #0050a0; }
.other { stroke: #57606a; }
.lone { opacity: 0.55; stroke-width: 1; }
.join { stroke: #1f6f43; stroke-width: 0.9; opacity: 0.55; }
.number { font: 600 9px "Noto Sans", system-ui, sans-serif; fill: #14532f; stroke: #ffffff; stroke-width: 2.5; paint-order: stroke; }
.words { font: 11px "Noto Sans", system-ui, sans-serif; fill: #1b1f24; }
@media (prefers-color-scheme: dark) {
  .sheet { fill: #15181b; }
  .words { fill: #e8e6e1; }
  .key .ending { stroke: #f08a8f; }
  .key .bifurcation { stroke: #7cc4de; }
  .key .other { stroke: #a5a8ac; }
  .key .field { stroke: #7cc4de; }
}
`;
