import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '@/testing/render';
import { continued, saysWhen, useCardFacts } from './cardFacts';

type Said = Parameters<ReturnType<typeof useCardFacts>>[0];
const nothing: Said = { contactMeWhen: null, helpEndsWhen: null, period: null, replyNorm: null, preferredChannel: null };

function Facts({ said, empty }: { said: Said; empty?: string }) {
  return (
    <ul>
      {useCardFacts()(said, empty).map((fact) => (
        <li key={fact.key}>
          {fact.label} | {fact.value}
        </li>
      ))}
    </ul>
  );
}

const shown = async (said: Partial<Said>, empty?: string) => {
  const { unmount } = renderPart(<Facts said={{ ...nothing, ...said }} empty={empty} />);
  await screen.findByRole('list');
  const lines = screen.queryAllByRole('listitem').map((item) => item.textContent);
  unmount();
  return lines;
};

describe('the facts of a card', () => {
  it('do not say "als" twice', async () => {
    expect(saysWhen('Als Ania zich niet goed voelt.')).toBe(true);
    expect(saysWhen('u een vraag heeft')).toBe(false);
    expect(saysWhen('Alsmaar')).toBe(false);
    expect(['Als het botst.', 'Ania niet slaapt'].map(continued)).toEqual(['als het botst.', 'Ania niet slaapt']);
    expect(await shown({ contactMeWhen: 'Als er vragen zijn.', helpEndsWhen: 'het thuis veilig is' })).toEqual(['Bel mij | Als er vragen zijn.', 'Ik stop als | het thuis veilig is']);
  });

  it('give the last day and the words for it', async () => {
    expect(await shown({ period: { until: '2020-07-01', text: 'Dit schooljaar.' }, preferredChannel: 'phone', replyNorm: '2-days' })).toEqual(['Zo lang | tot 1 juli 2020. Dit schooljaar.', 'Zo bereikt u mij | Telefoon, binnen 2 dagen']);
  });

  it('leave out what was not said, or keep its place while it is being written', async () => {
    expect(await shown({})).toEqual([]);
    expect(await shown({ contactMeWhen: ' ' }, 'nog leeg')).toEqual(['Bel mij als | nog leeg', 'Ik stop als | nog leeg']);
  });
});
