import { Component, type ReactNode } from 'react';
import { closeLayer } from '@/app/shell-state';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

type Props = { children: ReactNode };

/** A layer whose code does not come – the server may have another client by now – closes; the page below it stays. */
export class LayerBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch() {
    closeLayer();
    showToast(t('app.layerFailed'), {
      tone: 'danger',
      action: { label: t('app.reload'), onAct: () => window.location.reload() },
    });
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
