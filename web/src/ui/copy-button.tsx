import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce } from '@/lib/announce';
import { Button } from '@/ui/button';

type Props = { text: string; label: string; doneLabel: string; variant?: 'default' | 'ghost' };

export function CopyButton({ text, label, doneLabel, variant = 'default' }: Props) {
  const [isDone, setIsDone] = useState(false);
  // A timer: the tick is an answer to the press, not a lasting state.
  useEffect(() => {
    if (!isDone) return undefined;
    const timer = setTimeout(() => setIsDone(false), 2000);
    return () => clearTimeout(timer);
  }, [isDone]);
  const handleCopy = async () => {
    await navigator.clipboard.writeText(text);
    announce(doneLabel);
    setIsDone(true);
  };
  return (
    <Button variant={variant} onClick={() => void handleCopy()}>
      {isDone ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
      {isDone ? doneLabel : label}
    </Button>
  );
}
