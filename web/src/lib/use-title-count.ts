import { useEffect } from 'react';

/** Puts a number before the name in the browser's tab, as long as there is one. */
export function useTitleCount(count: number) {
  // The title belongs to the document, outside React.
  useEffect(() => {
    const name = document.title.replace(/^\(\d+\+?\)\s*/, '');
    document.title = count > 0 ? `(${count > 99 ? '99+' : count}) ${name}` : name;
  }, [count]);
}
