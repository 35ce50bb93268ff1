/** `8.00`, `08:00` or `24.00` as minutes of the day; `null` for anything else. */
export function readClock(text: string): number | null {
  const match = /^([0-9]{1,2})[.:]([0-5][0-9])$/.exec(text.trim());
  if (!match) return null;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return minute <= 1440 ? minute : null;
}
