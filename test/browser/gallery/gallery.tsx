import '../../../web/kit/style.css';
import '../../../web/staff/staff.css';
import { HeadlessMantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { ReadingProvider } from '../../../web/kit/text.tsx';
import { Toasts } from '../../../web/kit/toasts.tsx';
import { HouseProvider, openStaffHouse } from '../../../web/staff/house.tsx';
import { CAPTURE_META } from '../../../src/recording/enrolment/capture-service/contract.ts';
import { CaptureParts } from './capture.tsx';
import { Forms, Great } from './forms.tsx';
import { Parts } from './parts.tsx';

const house = openStaffHouse();

/** Every part of the kit with made-up data (province 99), for tests and for looking. Never part of what is served. */
function Gallery() {
  const query = new URLSearchParams(location.search);
  const part = query.get('bagian');
  const language = query.get('bahasa') === 'en' ? 'en' : 'id';
  return (
    <HeadlessMantineProvider>
      <QueryClientProvider client={house.queries}>
        <HouseProvider house={house}>
          <ReadingProvider language={language}>
            <Toasts>
              <main className="page">
                {part === 'formulir' ? (
                  <Forms />
                ) : part === 'tindakan' ? (
                  <Great />
                ) : part === 'perekaman' ? (
                  <CaptureParts />
                ) : (
                  <Parts />
                )}
              </main>
            </Toasts>
          </ReadingProvider>
        </HouseProvider>
      </QueryClientProvider>
    </HeadlessMantineProvider>
  );
}

// The staff page has it in its head from the server.
const service = document.createElement('meta');
service.name = CAPTURE_META;
service.content = new URLSearchParams(location.search).get('layanan') ?? '';
document.head.append(service);
const asked = new URLSearchParams(location.search).get('bahasa');
house.preferences.set({ language: asked === 'en' ? 'en' : 'id' });
createRoot(document.getElementById('app')!).render(<Gallery />);
