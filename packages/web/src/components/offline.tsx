import { useSyncExternalStore } from 'react';

const listen = (changed: () => void) => {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
};

/** A quiet line under the header while the device has no network. */
export function Offline() {
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <p role="status" className="offline-line">
      {isOnline ? '' : 'Offline. Saved on this device.'}
    </p>
  );
}
