import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries([...body.matchAll(/(--[a-z-]+\d?):\s*([^;]+);/g)].map((found) => [found[1]!, found[2]!]));
}

const light = tokensOf(':root');
const dark = tokensOf(":root[data-theme='dark']");

test("the device's dark theme and the person's are the same", () => {
  expect(tokensOf(":root:not([data-theme='light'])")).toEqual(dark);
});

test('every colour of the light theme has its dark one', () => {
  const colours = Object.keys(light).filter((name) => light[name]!.startsWith('#'));
  expect(Object.keys(dark).toSorted()).toEqual(colours.toSorted());
});

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** WCAG 2.2, 1.4.3. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

test.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme body text reaches AAA, every other text AA, every control 3:1', (_, theme) => {
  const on = (ink: string, ground: string) => contrast(theme[`--${ink}`]!, theme[`--${ground}`]!);
  for (const ground of [
    'paper',
    'surface',
    'accent-soft',
    'done-soft',
    'waiting-soft',
    'stopped-soft',
    'sealed-soft',
  ]) {
    expect(on('ink', ground), `ink on ${ground}`).toBeGreaterThanOrEqual(7);
    expect(on('ink-soft', ground), `ink-soft on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
  for (const state of ['done', 'waiting', 'stopped', 'sealed', 'accent']) {
    for (const ground of ['paper', 'surface', `${state}-soft`]) {
      expect(on(state, ground), `${state} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(on('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
  expect(on('rule-strong', 'paper')).toBeGreaterThanOrEqual(3);
  expect(on('rule-strong', 'surface')).toBeGreaterThanOrEqual(3);
});
