import { Navigate } from '@tanstack/react-router';
import { lastProjectKey } from '@/lib/last-project';

export function HomePage() {
  const key = lastProjectKey();
  return key ? <Navigate to="/p/$key/board" params={{ key }} replace /> : <Navigate to="/projects" replace />;
}
