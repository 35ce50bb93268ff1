/**
 * Hears SIGTERM, SIGINT and SIGHUP from now on, also while everything is still being opened; a second signal ends the process
 * where it stands.
 */
export function listenForStop(): { readonly asked: Promise<NodeJS.Signals>; forget(): void } {
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  // Signals alone do not keep Node awake, and neither does an idle pool.
  const awake = setInterval(() => {}, 1 << 30);
  const heard = (name: NodeJS.Signals) => {
    forget();
    resolve(name);
  };
  const forget = () => {
    clearInterval(awake);
    for (const name of signals) process.off(name, heard);
  };
  for (const name of signals) process.on(name, heard);
  return { asked: promise, forget };
}
