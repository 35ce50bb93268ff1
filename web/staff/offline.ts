/** Registers the service worker that lets the app open without a network. Only in a built app, only where it is allowed. */
export function keepShellOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker.register('/petugas-offline.js', { scope: '/petugas', updateViaCache: 'none' }).catch(() => {
      // Private windows and old browsers refuse; the app works, only not without a network.
    });
  });
}
