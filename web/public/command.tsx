import { Fragment } from 'react';

/** What is typed on a terminal. A line breaks between words, never inside `--data`; copied, it is as it was. */
export function Command({ children }: { children: string }) {
  return (
    <pre className="command">
      {children.split(/(\s+)/).map((part, place) =>
        /\s/.test(part) ? (
          // oxlint-disable-next-line react/no-array-index-key -- a fixed text, rendered once on the server
          <Fragment key={place}>{part}</Fragment>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- a fixed text, rendered once on the server
          <span key={place}>{part}</span>
        ),
      )}
    </pre>
  );
}
