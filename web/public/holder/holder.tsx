import type { HolderPage, HolderPageName } from '../../../src/cards/card/holder/schema.ts';
import { sayer } from '../../kit/text.tsx';
import type { PageOf } from '../pages.ts';
import { AskForm, CodeForm } from './forms.tsx';
import { texts } from './texts.ts';
import { Shown } from './shown.tsx';

/**
 * A page of whoever has a card or waits for one: number and birth date, the code that came by message, then what the page is for. Three
 * plain forms; a script only says that one is offline.
 */
function holderPage(name: HolderPageName): PageOf<HolderPage> {
  return {
    title: ({ language }) => sayer(texts, language)(`${name}.title`),
    Page: function HolderPageView({ data }) {
      if (data.standing && data.visit) return <Shown data={data} standing={data.standing} visit={data.visit} />;
      return data.ticket ? <CodeForm data={data} ticket={data.ticket} /> : <AskForm data={data} />;
    },
  };
}

export const HolderWhere = holderPage('where');
export const HolderReport = holderPage('report');
export const HolderLift = holderPage('lift');
