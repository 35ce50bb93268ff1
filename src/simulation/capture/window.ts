import { createHash } from 'node:crypto';
import { MANNERS, SIMULATED, type Manner, type Stage } from './stage.ts';

const STYLE = `:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fbfaf7;--rule:#8a8d8f;--accent:#0b5c7a;--on:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--soft:#a5a8ac;--paper:#15181b;--rule:#7b8288;--accent:#7cc4de;--on:#06202b}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 'Noto Sans',system-ui,sans-serif}
main{max-width:760px;margin:0 auto;padding:24px 16px 48px}h1{font-size:26px;line-height:1.25;margin:0 0 8px}p{max-width:64ch}
.soft,.code span{color:var(--soft);font-size:14px}.code{font:600 34px/1.3 ui-monospace,monospace;letter-spacing:.06em}
.code span{display:block;font:14px/1.5 system-ui,sans-serif;letter-spacing:0}
.who{display:flex;gap:24px;flex-wrap:wrap;align-items:start}img{width:150px;height:200px;object-fit:cover;border-radius:6px}
fieldset{border:0;border-top:1px solid var(--rule);padding:12px 0;margin:12px 0 0}legend{font-weight:600;padding-right:12px}
label{display:inline-block;margin:4px 16px 4px 0}input,button{font:inherit;accent-color:var(--accent)}
input[type=number]{width:7em;padding:6px;color:inherit;background:transparent;border:1px solid var(--rule);border-radius:6px}
button{font-weight:600;padding:9px 16px;min-height:42px;border-radius:6px;border:1px solid var(--accent);background:var(--accent);color:var(--on);cursor:pointer;margin:8px 8px 0 0}
button.quiet{background:transparent;color:var(--accent)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}`;

/** The window speaks to nobody but its own service, and no page can frame it. */
export const STAGE_HEADERS = {
  'content-security-policy': `default-src 'none'; img-src 'self'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  // Not no-referrer: the form's own origin would come as null.
  'referrer-policy': 'same-origin',
} as const;

const FINGERS = [
  'jempol kanan / right thumb',
  'telunjuk kanan / right index',
  'jari tengah kanan / right middle',
  'jari manis kanan / right ring',
  'kelingking kanan / right little',
  'jempol kiri / left thumb',
  'telunjuk kiri / left index',
  'jari tengah kiri / left middle',
  'jari manis kiri / left ring',
  'kelingking kiri / left little',
];
const MANNER_WORDS: Readonly<Record<Manner, string>> = {
  still: 'diam di tempat / holds still',
  nothing: 'tidak menempelkan apa pun / presents nothing',
  lifts: 'mengangkat terlalu cepat / lifts too early',
};
const WEAR_WORDS = [
  [0, 'bersih / clean'],
  [0.15, 'biasa / ordinary'],
  [0.5, 'kering / dry'],
  [1, 'aus / worn'],
] as const;
const DEVICE_WORDS = {
  finger: 'pemindai jari / scanner',
  iris: 'kamera iris / iris camera',
  face: 'kamera wajah / face camera',
};

export function stagePage(stage: Stage, code: string, origins: readonly string[]): string {
  const box = (type: 'radio' | 'checkbox', name: string, value: string | number, words: string, on: boolean) =>
    `<label><input type="${type}" name="${name}" value="${value}"${on ? ' checked' : ''}> ${words}</label>`;
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simulator perekaman</title><style>${STYLE}</style></head><body><main>
<h1>Simulator alat perekaman</h1>
<p class="soft">Capture service simulator. Tubuh di sini digambar dari bibit acak; tidak ada orang yang difoto atau diambil sidik jarinya. / Bodies here are drawn from a seed; nobody was photographed or printed.</p>
<p class="code"><span>Kode pasangan, sekali pakai; ketikkan di halaman perekaman, lalu muat ulang halaman ini untuk kode berikutnya / Pairing code, good once; type it on the recording page, then reload this one for the next code</span>${code.slice(0, 4)} ${code.slice(4)}</p>
<p class="soft">Halaman yang boleh meminta / Pages that may ask: ${origins.map(escaped).join(', ')}</p>
<form method="post" action="/"><div class="who"><img src="/orang.jpg?${stage.person}" alt="Wajah gambar orang nomor ${stage.person}">
<div><label>Orang nomor / Person number <input type="number" name="person" min="0" max="999999999" value="${stage.person}"></label><br>
<button name="act" value="set">Terapkan / Apply</button><button class="quiet" name="act" value="next">Orang berikutnya / Next person</button></div></div>
<fieldset><legend>Keadaan tangan / Hands</legend>${WEAR_WORDS.map(([wear, words]) => box('radio', 'wear', wear, words, stage.wear === wear)).join('')}</fieldset>
<fieldset><legend>Sikap / Manner</legend>${MANNERS.map((manner) => box('radio', 'manner', manner, MANNER_WORDS[manner], stage.manner === manner)).join('')}</fieldset>
<fieldset><legend>Jari yang tidak ada / Missing fingers</legend>${FINGERS.map((words, at) => box('checkbox', 'missing', at + 1, words, stage.missing.includes(at + 1))).join('')}</fieldset>
<fieldset><legend>Alat dicabut / Unplugged</legend>${SIMULATED.map((modality) => box('checkbox', 'unplugged', modality, DEVICE_WORDS[modality], stage.unplugged.includes(modality))).join('')}</fieldset>
<button name="act" value="set">Terapkan / Apply</button></form></main></body></html>`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
