import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '@/testing/render';
import { DomainBadge, DomainBand, slotClass } from './DomainBadge';

const health = { code: 'health', slot: 5, badge: 'GZ' };

describe('the badge of a life domain', () => {
  it('says the word beside code and hatch', async () => {
    const { container } = renderPart(<DomainBadge domain={health} />);
    expect(await screen.findByText('Gezondheid')).toBeTruthy();
    expect(container.querySelector('.ep-dom-5 pattern')).toBeTruthy();
    expect(container.textContent).toContain('GZ');
  });

  it('keeps the word for who cannot see it when there is no room', async () => {
    renderPart(<DomainBadge domain={health} bare />);
    expect((await screen.findByText('Gezondheid')).className).toBe('ep-hidden');
  });

  it("uses the family's own name", async () => {
    renderPart(<DomainBadge domain={{ ...health, name: 'Lekker in je vel' }} />);
    expect(await screen.findByText('Lekker in je vel')).toBeTruthy();
  });

  it("has the family's own colour when it chose one, and the usual one again when not", async () => {
    const colour = { fill: '#cc0000', text: '#ffffff' };
    const { container } = renderPart(<Switched />);
    const fills = () => [...container.querySelectorAll<HTMLElement>('.ep-dom__badge, .ep-band')].map((one) => one.style.getPropertyValue('--ep-dom-fill'));
    function Switched() {
      const [own, setOwn] = useState(true);
      const domain = { ...health, colour: own ? colour : null };
      return (
        <button type="button" onClick={() => setOwn(false)}>
          <DomainBadge domain={domain} />
          <DomainBand domain={domain} />
        </button>
      );
    }
    const button = await screen.findByRole('button');
    expect(fills()).toEqual(['#cc0000', '#cc0000']);
    await userEvent.click(button);
    expect(fills()).toEqual(['', '']);
  });

  it('never leaves the eight measured slots', () => expect([0, 9, NaN].map(slotClass)).toEqual(['ep-dom-7', 'ep-dom-8', 'ep-dom-7']));
});
