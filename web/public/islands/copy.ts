const NAMES = { id: { act: 'Salin', done: 'Tersalin' }, en: { act: 'Copy', done: 'Copied' } } as const;

/** A button that copies the text beside it: a hash is not for typing over. */
export function copy(element: HTMLElement): void {
  const text = element.textContent.trim();
  const names = document.documentElement.lang === 'en' ? NAMES.en : NAMES.id;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn plain';
  button.textContent = names.act;
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(text).then(() => {
      button.textContent = names.done;
    });
  });
  element.append(' ', button);
}
