const KEY = 'jatidiri.tampilan';
const NAMES = {
  id: { label: 'Tampilan', device: 'ikut perangkat', light: 'terang', dark: 'gelap' },
  en: { label: 'Display', device: 'as the device', light: 'light', dark: 'dark' },
} as const;

/** The manual choice of theme, shared with the staff app on this device. Without a script the device decides. */
export function theme(element: HTMLElement): void {
  const root = document.documentElement;
  const names = root.lang === 'en' ? NAMES.en : NAMES.id;
  const select = document.createElement('select');
  for (const value of ['device', 'light', 'dark'] as const) select.append(new Option(names[value], value));
  select.value = kept();
  show(select.value);
  select.addEventListener('change', () => {
    const before = JSON.parse(localStorage.getItem(KEY) ?? '{}') as object;
    localStorage.setItem(KEY, JSON.stringify({ ...before, theme: select.value }));
    show(select.value);
  });
  const label = document.createElement('label');
  label.append(`${names.label} `, select);
  element.replaceChildren(label);

  function show(value: string) {
    if (value === 'light' || value === 'dark') root.dataset['theme'] = value;
    else delete root.dataset['theme'];
  }
}

function kept(): string {
  try {
    const { theme } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { theme?: string };
    return theme === 'light' || theme === 'dark' ? theme : 'device';
  } catch {
    return 'device';
  }
}
