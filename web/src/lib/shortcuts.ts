import { useEffect, useRef } from 'react';

/** `c`, `?`, `shift+m`, `mod+k` (⌘ or Ctrl), or a sequence such as `g i`. */
export type ShortcutMap = Record<string, (event: KeyboardEvent) => void>;

const SEQUENCE_MS = 1000;
const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

const inOverlay = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('[role="dialog"],[role="alertdialog"],[role="menu"],[role="listbox"]') !== null;

/** The name of a key press as it is written in a map. */
export function comboOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key.toLowerCase();
  const isLetter = /^[a-z]$/.test(key);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  return [
    mod ? 'mod' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey && (isLetter || key.length > 1) ? 'shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

/** Single keys never act while the person types, composes with an input method, or is in a dialog or menu. */
export function mayAct(event: KeyboardEvent, combo: string): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false;
  if (combo.startsWith('mod+')) return true;
  if (isTyping(event.target) || inOverlay(event.target)) return false;
  return document.querySelector('[role="dialog"][aria-modal="true"], [data-modal="open"]') === null;
}

type Scope = { map: ShortcutMap };
const scopes: Scope[] = [];
let pending: { combo: string; at: number } | null = null;

function find(combo: string) {
  for (let index = scopes.length - 1; index >= 0; index--) {
    const action = scopes[index]?.map[combo];
    if (action) return action;
  }
  return undefined;
}

const opensSequence = (combo: string) =>
  scopes.some((scope) => Object.keys(scope.map).some((keys) => keys.startsWith(`${combo} `)));

function handle(event: KeyboardEvent) {
  const combo = comboOf(event);
  if (!mayAct(event, combo)) return;
  const sequence =
    pending && event.timeStamp - pending.at < SEQUENCE_MS ? find(`${pending.combo} ${combo}`) : undefined;
  const action = sequence ?? find(combo);
  pending = !action && opensSequence(combo) ? { combo, at: event.timeStamp } : null;
  if (!action) return;
  event.preventDefault();
  action(event);
}

/** Adds shortcuts while the component is on the screen. The scope added last wins. */
export function useShortcuts(map: ShortcutMap, isEnabled = true) {
  const scope = useRef<Scope>({ map });
  scope.current.map = isEnabled ? map : {};
  // The browser's key events are outside React, so they are joined here.
  useEffect(() => {
    const mine = scope.current;
    if (scopes.length === 0) document.addEventListener('keydown', handle);
    scopes.push(mine);
    return () => {
      scopes.splice(scopes.indexOf(mine), 1);
      if (scopes.length === 0) document.removeEventListener('keydown', handle);
    };
  }, []);
}

/** `mod+k` as the reader's keyboard shows it: ⌘K or Ctrl K. */
export function keyLabels(combo: string): string[] {
  const names: Record<string, string> = isMac
    ? { mod: '⌘', shift: '⇧', alt: '⌥', enter: '↵', escape: 'Esc', delete: '⌫' }
    : { mod: 'Ctrl', shift: '⇧', alt: 'Alt', enter: '↵', escape: 'Esc', delete: 'Del' };
  return combo.split(/[+ ]/).map((part) => names[part] ?? part.toUpperCase());
}
