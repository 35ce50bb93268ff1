import '../kit/style.css';
import './staff.css';
import './register/register.css';
import './lists.css';
import './event/event.css';
import './uniqueness/uniqueness.css';
import './enrolment/desk.css';
import './blank/blank.css';
import './disposal/disposal.css';
import './card/card.css';
import './partner/partner.css';
import { HeadlessMantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ReadingProvider } from '../kit/text.tsx';
import { Toasts } from '../kit/toasts.tsx';
import { HouseProvider, openStaffHouse, type StaffHouse } from './house.tsx';
import { keepShellOffline } from './offline.ts';
import { usePreferences } from './preferences.ts';
import { openRouter, type StaffRouter } from './router.tsx';

function App({ house, router }: { house: StaffHouse; router: StaffRouter }) {
  const { language } = usePreferences(house.preferences);
  return (
    // Headless: Mantine brings the behaviour, the tokens bring the look, and no style is written into the page at run time.
    <HeadlessMantineProvider>
      <QueryClientProvider client={house.queries}>
        <HouseProvider house={house}>
          <ReadingProvider language={language}>
            <Toasts>
              <RouterProvider router={router} />
            </Toasts>
          </ReadingProvider>
        </HouseProvider>
      </QueryClientProvider>
    </HeadlessMantineProvider>
  );
}

const house = openStaffHouse();
const router = openRouter();
// Everything that was read for one language is read again in the other.
let spoken = house.preferences.get().language;
house.preferences.subscribe(() => {
  const { language } = house.preferences.get();
  if (language === spoken) return;
  spoken = language;
  void house.queries.invalidateQueries();
});

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App house={house} router={router} />
  </StrictMode>,
);
keepShellOffline();
