import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderPart } from '@/testing/render';
import { FocusFirst, useInPlace } from './InPlace';

function Goal() {
  const form = useInPlace('goal:1');
  if (!form.open)
    return (
      <button data-opens="goal:1" onClick={form.show}>
        Verander
      </button>
    );
  return (
    <FocusFirst when={form.byHand}>
      <input aria-label="Doel" />
      <button onClick={() => void Promise.resolve().then(form.hide)}>Bewaar</button>
      <button onClick={form.hide}>Stop</button>
    </FocusFirst>
  );
}

it('gives focus to the form, and back to the new button when the form closes, whenever that is drawn', async () => {
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  // A browser may run a timer before it draws what changed outside an event.
  const timer = vi.spyOn(window, 'setTimeout').mockImplementation(((run: () => void, ms?: number) => (ms === 0 ? (run(), 0) : window.setInterval(run, ms))) as typeof window.setTimeout);
  renderPart(<Goal />);
  for (const end of ['Stop', 'Bewaar']) {
    const opener = await screen.findByRole('button', { name: 'Verander' });
    opener.focus();
    fireEvent.click(opener);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Doel')));
    fireEvent.click(screen.getByRole('button', { name: end }));
    const again = await screen.findByRole('button', { name: 'Verander' });
    await new Promise((done) => requestAnimationFrame(done));
    expect(document.activeElement).toBe(again);
  }
  timer.mockRestore();
});
