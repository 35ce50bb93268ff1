const TEXT = {
  id: 'Angka diperbarui sendiri.',
  en: 'The figures refresh themselves.',
} as const;
const QUICK_MS = 3_000;
const CALM_MS = 60_000;
/** After so many looks without a change the page asks less often. */
const PATIENCE = 10;

/**
 * Brings the page's figures up to date without moving it: whatever carries `data-live` takes over what the page of now has
 * in that place. What a reader has opened stays open, what he stands on is left alone.
 */
export function refresh(element: HTMLElement): void {
  const language = document.documentElement.lang === 'en' ? 'en' : 'id';
  element.textContent = TEXT[language];
  let unchanged = 0;

  async function look(): Promise<void> {
    if (!document.hidden) unchanged = (await takeOver().catch(() => false)) ? 0 : unchanged + 1;
    window.setTimeout(() => void look(), unchanged > PATIENCE ? CALM_MS : QUICK_MS);
  }
  window.setTimeout(() => void look(), QUICK_MS);
}

/** Whether anything had changed. */
async function takeOver(): Promise<boolean> {
  const answer = await fetch(window.location.pathname, { headers: { accept: 'text/html' } });
  if (!answer.ok) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  let changed = false;
  for (const place of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const next = fresh.querySelector<HTMLElement>(`[data-live="${place.dataset['live']}"]`);
    if (next) keepOpen(place, next);
    if (!next || next.innerHTML === place.innerHTML || place.contains(document.activeElement)) continue;
    place.replaceChildren(...next.childNodes);
    // The clock alone is no change worth asking again for.
    if (!/known|asOf/.test(place.dataset['live']!)) changed = true;
  }
  return changed;
}

/** Opens in the new page what stands open in this one, before the two are compared. */
function keepOpen(place: HTMLElement, next: HTMLElement): void {
  const opened = [...place.querySelectorAll('details')].map((details) => details.open);
  for (const [at, details] of next.querySelectorAll('details').entries()) details.open = opened[at] ?? false;
}
