import { useState } from 'react';

/** One ceremony with the device's authenticator at a time; `fault` is what ended the last one. */
export function usePasskey(ceremony: () => Promise<void>) {
  const [state, setState] = useState<{ busy: boolean; fault: unknown }>({ busy: false, fault: null });
  const start = () => {
    if (state.busy) return;
    setState({ busy: true, fault: null });
    ceremony().then(
      () => setState({ busy: false, fault: null }),
      (fault: unknown) => setState({ busy: false, fault }),
    );
  };
  return { ...state, start };
}
