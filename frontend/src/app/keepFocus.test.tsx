import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '@/testing/render';
import { useKeptFocus } from './keepFocus';

function Page({ next }: { next?: boolean }) {
  useKeptFocus();
  const [gone, setGone] = useState({ deed: false, section: false });
  return (
    <main>
      <h1>Wie doet mee</h1>
      {gone.section ? null : (
        <section>
          <h2>Het gezin</h2>
          {gone.deed ? null : <button onClick={() => setGone({ ...gone, deed: true })}>Stop toegang</button>}
          <button onClick={() => setGone({ ...gone, section: true })}>Alles weg</button>
          {gone.deed && next ? <input aria-label="Verder" ref={(input) => input?.focus()} /> : null}
        </section>
      )}
    </main>
  );
}

function Day() {
  useKeptFocus();
  const [chosen, setChosen] = useState(false);
  return (
    <section>
      <h2>Plan</h2>
      <div data-keeps-focus>{chosen ? <p key="on"><button>Kies een andere dag</button></p> : <button onClick={() => setChosen(true)}>Kies maandag</button>}</div>
    </section>
  );
}

async function press(name: string) {
  const button = await screen.findByRole('button', { name });
  button.focus();
  fireEvent.click(button);
}

describe('focus on something that goes', () => {
  it('goes to the heading of its section', async () => {
    renderPart(<Page />);
    await press('Stop toegang');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Het gezin' })));
  });

  it('goes to the heading of the page when the section goes as well', async () => {
    renderPart(<Page />);
    await press('Alles weg');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Wie doet mee' })));
  });

  it('goes to the button that took its place, where that is asked for', async () => {
    renderPart(<Day />);
    await press('Kies maandag');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Kies een andere dag' })));
  });

  it('stays where somebody else put it', async () => {
    renderPart(<Page next />);
    await press('Stop toegang');
    await new Promise((done) => setTimeout(done, 200));
    expect(document.activeElement).toBe(screen.getByLabelText('Verder'));
  });
});
