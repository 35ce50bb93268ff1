/** The mark and the name. No state emblem and no ministry's logo is in the project. */
export function Brand() {
  return (
    <>
      <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" className="mark">
        <circle cx="13" cy="13" r="12" />
        <path d="M8.5 17.5c0-6 1.8-9 4.5-9s4.5 3 4.5 9M11 18c0-4.5.7-6.3 2-6.3s2 1.8 2 6.3M6.5 13.5C7 8.7 9.5 6 13 6s6 2.7 6.5 7.5" />
      </svg>
      Jatidiri
    </>
  );
}
