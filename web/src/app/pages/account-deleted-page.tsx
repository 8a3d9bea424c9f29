import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '@/api/client';
import { GuestLayout } from '@/app/layout/guest-layout';
import { t } from '@/lib/i18n';
import '@/lib/i18n-guest';

type State = 'running' | 'delayed' | 'completed';

const PREFIX = '/api/users/account/erasure/';
const PAUSE_MS = 1000;

/** Follows an erasure by the address that its request was answered with; no account is needed for it. */
function useErasure(follow: string | undefined): State {
  const [state, setState] = useState<State>('running');
  useEffect(() => {
    // The address comes out of the page's own, which anybody can write.
    if (!follow?.startsWith(PREFIX)) return;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      try {
        const answer = await api.get<{ state: State }>(follow, { signal: controller.signal });
        setState(answer.state);
        if (answer.state === 'completed') return;
      } catch {
        // A server that is away for a moment does not stop the erasure; the next look tells.
      }
      if (!controller.signal.aborted) timer = setTimeout(look, PAUSE_MS);
    };
    void look();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [follow]);
  return state;
}

export function AccountDeletedPage() {
  const { follow } = useSearch({ from: '/account-deleted' });
  const state = useErasure(follow);
  const isDone = state === 'completed';
  const text = isDone ? 'guest.erasedText' : state === 'delayed' ? 'guest.erasingDelayed' : 'guest.erasingText';
  const footer = (
    <Link to="/sign-up" className="link">
      {t('guest.newAccount')}
    </Link>
  );
  return (
    <GuestLayout title={t(isDone ? 'guest.erased' : 'guest.erasing')} footer={isDone ? footer : undefined}>
      <p className="guest-text" role="status">
        {t(text)}
      </p>
    </GuestLayout>
  );
}
