import { useSyncExternalStore } from 'react';
import { type SessionState, session } from '@/api/session';

export const useSessionState = (): SessionState => useSyncExternalStore(session.subscribe, session.state);
