import { useState } from 'react';
import { Button } from '@/ui';

/** Copies something that is shown once. The words come from the page, so that no family downloads them. */
export function CopyButton({ text, copy, copied }: { text: string; copy: string; copied: string }) {
  const [done, setDone] = useState(false);
  const run = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      // Without permission the text can still be selected by hand.
      setDone(false);
    }
  };
  return (
    <Button small onClick={() => void run()}>
      <span aria-live="polite">{done ? copied : copy}</span>
    </Button>
  );
}
