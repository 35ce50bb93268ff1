/** The smallest parts of a drawing. */

/** Two decimals are a hundredth of a pixel of the sensor. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Text in an element or attribute. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
