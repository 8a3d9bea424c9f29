import { lazy, type ReactElement, Suspense, useState } from 'react';
import type { ComboboxOption } from '@/ui/combobox-list';
import { Popover } from '@/ui/popover';
import { Skeleton } from '@/ui/skeleton';

const ComboboxList = lazy(() => import('@/ui/combobox-list').then((module) => ({ default: module.ComboboxList })));

type Props = {
  label: string;
  trigger: ReactElement;
  options: readonly ComboboxOption[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  isMultiple?: boolean;
  onCreate?: (text: string) => void;
};

export function Combobox({ label, trigger, options, chosen, onChange, isMultiple = false, onCreate }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const handleToggle = (value: string) => {
    const isChosen = chosen.includes(value);
    if (isMultiple) return onChange(isChosen ? chosen.filter((other) => other !== value) : [...chosen, value]);
    onChange(isChosen ? [] : [value]);
    setIsOpen(false);
  };
  return (
    <Popover label={label} trigger={trigger} isOpen={isOpen} onOpenChange={setIsOpen}>
      <Suspense fallback={<Skeleton height={120} />}>
        <ComboboxList label={label} options={options} chosen={chosen} onToggle={handleToggle} onCreate={onCreate} />
      </Suspense>
    </Popover>
  );
}
