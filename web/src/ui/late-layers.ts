import { useEffect, useState } from 'react';
import { t } from '@/lib/i18n';
import { useStable } from '@/lib/use-stable';
import { showToast } from '@/ui/toast-store';

type Layers = typeof import('@/ui/layers');

let loaded: Layers | null = null;
let loading: Promise<Layers> | null = null;

/** Fetches what menus and popovers are drawn with; pages do so when nothing else is to be done. */
export function loadLayers(): Promise<Layers> {
  loading ??= import('@/ui/layers').then(
    (module) => {
      loaded = module;
      return module;
    },
    (error) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** For what stands inside of a layer, and so comes after it. */
export function openLayers(): Layers {
  if (!loaded) throw new Error('The parts of a layer are drawn in a layer.');
  return loaded;
}

const tellFailure = () =>
  showToast(t('app.layerFailed'), {
    tone: 'danger',
    action: { label: t('app.reload'), onAct: () => window.location.reload() },
  });

type Openness = { isOpen: boolean | undefined; onOpenChange: ((isOpen: boolean) => void) | undefined };

/**
 * A layer costs its page nothing until it is opened for the first time: its trigger alone is drawn. Answers whether it is
 * open, how to change that, and the layers once this one is to be drawn.
 */
export function useLateLayer({ isOpen: isOpenOutside, onOpenChange }: Openness) {
  const [isOpenHere, setIsOpenHere] = useState(false);
  const [isDrawn, setIsDrawn] = useState(false);
  const isOpen = isOpenOutside ?? isOpenHere;
  const setIsOpen = (next: boolean) => {
    setIsOpenHere(next);
    onOpenChange?.(next);
  };
  const isAwaited = isOpen && !isDrawn;
  if (isAwaited && loaded) setIsDrawn(true);
  const giveUp = useStable(() => {
    setIsOpen(false);
    tellFailure();
  });
  // Code is outside React: what was opened before it came is drawn as soon as it has.
  useEffect(() => {
    if (isAwaited && !loaded) loadLayers().then(() => setIsDrawn(true), giveUp);
  }, [isAwaited, giveUp]);
  return { isOpen, setIsOpen, layers: isDrawn ? loaded : null };
}
