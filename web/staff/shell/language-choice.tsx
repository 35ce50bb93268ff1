import { useHouse } from '../house.tsx';
import { usePreferences } from '../preferences.ts';

const NAMES = { id: 'Bahasa Indonesia', en: 'English' } as const;

/** Both languages by their own names; the present one is not a thing to press. */
export function LanguageChoice() {
  const { preferences } = useHouse();
  const { language } = usePreferences(preferences);
  const other = language === 'id' ? 'en' : 'id';
  return (
    <small>
      <span lang={language}>{NAMES[language]}</span> ·{' '}
      <button type="button" className="link" lang={other} onClick={() => preferences.set({ language: other })}>
        {NAMES[other]}
      </button>
    </small>
  );
}
