/** Only paths of this origin: `//host` and `/\host` would lead elsewhere. */
export const ownPath = (path: string | undefined): string => (path && /^\/(?![/\\])/.test(path) ? path : '/');
