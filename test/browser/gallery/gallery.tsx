import '../../../web/kit/style.css';
import '../../../web/staff/staff.css';
import { HeadlessMantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { ReadingProvider } from '../../../web/kit/text.tsx';
import { Toasts } from '../../../web/kit/toasts.tsx';
import { Forms } from './forms.tsx';
import { Parts } from './parts.tsx';

/** Every part of the kit with made-up data (province 99), for tests and for looking. Never part of what is served. */
function Gallery() {
  const query = new URLSearchParams(location.search);
  const language = query.get('bahasa') === 'en' ? 'en' : 'id';
  document.documentElement.lang = language;
  return (
    <HeadlessMantineProvider>
      <ReadingProvider language={language}>
        <Toasts>
          <main className="page">{query.get('bagian') === 'formulir' ? <Forms /> : <Parts />}</main>
        </Toasts>
      </ReadingProvider>
    </HeadlessMantineProvider>
  );
}

createRoot(document.getElementById('app')!).render(<Gallery />);
