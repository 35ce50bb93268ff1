/** Commander speaks English only: its headings and what it says of wrong use, in Indonesian first. */

const HEADINGS: Record<string, string> = {
  'Usage:': 'Pemakaian / usage:',
  'Options:': 'Opsi / options:',
  'Commands:': 'Perintah / commands:',
  'Arguments:': 'Argumen / arguments:',
};

export function heading(text: string): string {
  return HEADINGS[text] ?? text;
}

const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^unknown command '(.*)'/, "tidak ada perintah '$1'"],
  [/^unknown option '(.*)'/, "tidak ada opsi '$1'"],
  [/^option '(.*)' argument missing$/, "opsi '$1' perlu nilai"],
  [/^required option '(.*)' not specified$/, "opsi '$1' harus disebutkan"],
  [/^missing required argument '(.*)'$/, "argumen '$1' harus disebutkan"],
  [/^option '(.*)' argument '(.*)' is invalid\./, "nilai '$2' untuk opsi '$1' tidak berlaku."],
  [/^command-argument value '(.*)' is invalid for argument '(.*)'\./, "nilai '$1' untuk argumen '$2' tidak berlaku."],
  [
    /^too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)/,
    'argumen terlalu banyak: $3, seharusnya $2',
  ],
];

/** What Commander says of wrong use, in Indonesian; its own words where it says something new. */
export function inIndonesian(message: string): string {
  const text = message.replace(/^error: /, '').trim();
  const found = SENTENCES.find(([pattern]) => pattern.test(text));
  return found ? text.replace(found[0], found[1]) : text;
}
