/** The page beside the pictures of the worst pairs: a file that asks nobody for anything. Pure. */
import type { FailedPrint, FingerprintEvaluation } from '../../evaluate-fingerprint.ts';
import { asPercent } from '../../score/written.ts';
import { escaped } from '../drawing/svg.ts';
import type { ScoredPair } from './pairs.ts';

export interface PagePair {
  readonly file: string;
  readonly pair: ScoredPair;
  /** How many minutiae are taken for the same. */
  readonly matched: number;
}

export interface PageGiven {
  readonly evaluation: FingerprintEvaluation;
  readonly failed: readonly FailedPrint[];
  readonly genuine: readonly PagePair[];
  readonly impostor: readonly PagePair[];
}

export function worstPage({ evaluation, failed, genuine, impostor }: PageGiven): string {
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pasangan terburuk</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Pasangan terburuk <small lang="en">Worst pairs</small></h1>
${rates(evaluation)}
${pairs('Satu jari, paling tidak mirip', 'One finger, least alike', genuine)}
${pairs('Dua jari, paling mirip', 'Two fingers, most alike', impostor)}
${missing(failed)}
</body>
</html>
`;
}

function rates({ sets, pooled }: FingerprintEvaluation): string {
  const row = (
    name: string,
    { eer, fnmrAtFmr1e2, fnmrAtFmr1e3, genuine, impostor }: (typeof sets)[number] | typeof pooled,
  ) =>
    `<tr><th scope="row">${escaped(name)}</th>${[eer, fnmrAtFmr1e2, fnmrAtFmr1e3]
      .map((rate) => `<td>${asPercent(rate)}</td>`)
      .join('')}<td>${genuine.toLocaleString('id-ID')} + ${impostor.toLocaleString('id-ID')}</td></tr>`;
  return `<div class="scrolls"><table>
<thead><tr><th scope="col">Kumpulan <span lang="en">/ set</span></th><th scope="col">EER</th><th scope="col">FNMR (FMR 1 %)</th><th scope="col">FNMR (FMR 0,1 %)</th><th scope="col">Pasangan <span lang="en">/ pairs</span></th></tr></thead>
<tbody>${sets.map((set) => row(set.name, set)).join('')}${row('Semua / pooled', pooled)}</tbody>
</table></div>`;
}

function pairs(title: string, english: string, list: readonly PagePair[]): string {
  return `<h2>${title} <small lang="en">${english}</small></h2>
<ol>${list.map(figure).join('')}</ol>`;
}

function figure({ file, pair: { set, a, b, score }, matched }: PagePair): string {
  const names = escaped(`${set.name}: ${a.name}, ${b.name}`);
  const said = score.toLocaleString('id-ID', { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return `<li><figure><a href="${file}"><img src="${file}" alt="${names}" loading="lazy"></a>
<figcaption><b>${names}</b><br>skor <span lang="en">/ score</span> ${said}, ${matched} minutiae berpasangan <span lang="en">/ matched</span></figcaption></figure></li>`;
}

function missing(failed: readonly FailedPrint[]): string {
  if (failed.length === 0) return '';
  const names = failed.map(
    ({ set, print, refused }) => `<li>${escaped(`${set.name}/${print.name} (${refused})`)}</li>`,
  );
  return `<h2>Gagal diekstraksi <small lang="en">Failed to extract</small></h2><ul>${names.join('')}</ul>`;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #fbfaf7; --rule: #d9d6ce; --accent: #0b5c7a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e1; --soft: #a5a8ac; --paper: #15181b; --rule: #343a40; --accent: #7cc4de; }
}
body { margin: 0 auto; padding: 24px; max-width: 1600px; background: var(--paper); color: var(--ink); font: 16px/1.5 "Noto Sans", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 26px; margin: 0 0 12px; }
h2 { font-size: 20px; margin: 48px 0 12px; }
small, [lang="en"] { color: var(--soft); font-weight: 400; }
h1 small, h2 small { font-size: 16px; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.scrolls { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { text-align: right; padding: 6px 20px 6px 0; border-bottom: 1px solid var(--rule); white-space: nowrap; }
th { font-weight: 600; }
th:first-child { text-align: left; }
ol { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 480px), 1fr)); gap: 24px; }
figure { margin: 0; }
img { display: block; width: 100%; height: auto; border: 1px solid var(--rule); border-radius: 6px; }
figcaption { margin-top: 8px; overflow-wrap: anywhere; }
`;
