import type { InvitationPreview, SessionInfo, WorkspaceInvitationPreview } from '@/api/account-types';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

export const buildSessions = (): SessionInfo[] => [
  {
    id: 's1',
    device: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    address: '192.168.1.20',
    createdAt: ago(60 * 24 * 9),
    lastUsedAt: ago(0),
    expiresAt: ahead(30),
    isCurrent: true,
  },
  {
    id: 's2',
    device: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1',
    address: '203.0.113.7',
    createdAt: ago(60 * 24 * 31),
    lastUsedAt: ago(54),
    expiresAt: ahead(30),
    isCurrent: false,
  },
  {
    id: 's3',
    device: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0',
    address: '198.51.100.23',
    createdAt: ago(60 * 24 * 60),
    lastUsedAt: ago(60 * 24 * 12),
    expiresAt: ahead(30),
    isCurrent: false,
  },
];

export const invitation: InvitationPreview = {
  projectName: 'Loyalty app',
  inviterName: 'Lin Zhao',
  email: 'sam@example.com',
  expiresAt: ahead(6),
};

export const workspaceInvitation: WorkspaceInvitationPreview = {
  workspaceName: 'Fern & Field',
  inviterName: 'Lin Zhao',
  email: 'sam@example.com',
  expiresAt: ahead(6),
};
