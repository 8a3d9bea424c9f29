import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, saveDraft } from '@/lib/draft-store';

/** Text that survives a reload. The key names the person and the field: `<userId>/task/<id>/comment`. */
export function useDraft(key: string, start: () => string = () => '') {
  const [text, setText] = useState(start);
  const latest = useRef(start);
  // A screen that is drawn may wait before it is shown; what was typed meanwhile where it will stand is not lost.
  useLayoutEffect(() => {
    const early = latest.current();
    if (early) setText(early);
  }, []);
  // The stored draft arrives later than the first render; what was typed meanwhile follows it.
  useEffect(() => {
    let isCurrent = true;
    void readDraft(key).then((stored) => {
      if (isCurrent && stored) setText((typed) => (typed && typed !== stored ? `${stored} ${typed}` : stored));
    });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  const write = (next: string) => {
    setText(next);
    saveDraft(key, next);
  };
  const clear = () => {
    setText('');
    dropDraft(key);
  };
  return { text, write, clear };
}
