import { reasonOf } from '@/api/reason';
import type { TimeSheet } from '@/api/types';
import { type SheetStep, useSheetSteps } from '@/features/time/sheets/sheet-queries';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

type Told = {
  text: string;
  /** The step that leads back from there. */
  back?: { label: string; step: SheetStep; text: string };
};

/** Takes the same step with sheets and says what came of it. */
export function useToldSteps() {
  const steps = useSheetSteps();

  const take = (sheets: readonly TimeSheet[], step: SheetStep, { text, back }: Told) =>
    steps.mutate(
      { sheets, step },
      {
        onSuccess: (done) => {
          const onAct = () => back && take(done, back.step, { text: back.text });
          showToast(text, back ? { action: { label: back.label, onAct } } : {});
        },
        onError: (fault) => void showToast(t('sheets.failed', { reason: reasonOf(fault) }), { tone: 'danger' }),
      },
    );
  return { take, isPending: steps.isPending };
}
