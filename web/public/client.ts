import '../kit/style.css';
import '../kit/mark.svg?url';
import './public.css';
import './citizen/citizen.css';
import type { IslandName } from './island.tsx';

type Bring = (element: HTMLElement, given: unknown) => void;

// Each is fetched only by a page that has it.
const islands: Readonly<Record<IslandName, () => Promise<Bring>>> = {
  theme: () => import('./islands/theme.ts').then((island) => island.theme),
  refresh: () => import('./islands/refresh.ts').then((island) => island.refresh),
  send: () => import('./islands/send.ts').then((island) => island.send),
  copy: () => import('./islands/copy.ts').then((island) => island.copy),
};

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const bring = islands[element.dataset['island'] as IslandName];
  const given = element.dataset['given'];
  void bring?.().then((run) => run(element, given === undefined ? undefined : JSON.parse(given)));
}
