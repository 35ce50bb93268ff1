/**
 * A form that must not be sent twice or into nowhere: offline it stays as it is and says so; once it is sent its button waits. Without a
 * script the server bears both.
 */
export function send(element: HTMLElement, given: unknown): void {
  const { offline, sending } = given as { offline: string; sending: string };
  const form = element.querySelector('form');
  if (!form) return;
  const said = document.createElement('div');
  said.className = 'note waiting';
  said.setAttribute('role', 'alert');
  said.hidden = true;
  form.prepend(said);
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (!navigator.onLine || sent) event.preventDefault();
    if (!navigator.onLine) return say(offline);
    sent = true;
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
    if (event.submitter) event.submitter.textContent = sending;
  });
  window.addEventListener('online', () => (said.hidden = true));
  // Who comes back by the browser's own button finds a form that can be sent.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) window.location.reload();
  });

  function say(text: string): void {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    said.replaceChildren(paragraph);
    said.hidden = false;
  }
}
