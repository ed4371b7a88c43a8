import type { ReactNode } from 'react';
import type { CardFields, Involvement } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { UserText, type HelperFact } from '@/ui';

type Said = Pick<CardFields, 'contactMeWhen' | 'helpEndsWhen' | 'period' | 'replyNorm' | 'preferredChannel'> & Pick<Involvement, 'standIn'>;

/** Somebody may write "Als er vragen zijn" or "er vragen zijn": the word before it is then said once. */
export const saysWhen = (text: string): boolean => /^(als|wanneer|zodra|when|if|once|as soon as)\b/i.test(text.trim());

/** The same words after others on one line: "Bel als het thuis botst". */
export const continued = (text: string): string => (saysWhen(text) ? text.trim().replace(/^./u, (letter) => letter.toLocaleLowerCase()) : text);

/** What a card says first, to the family and to colleagues alike: when to call, when the help ends, how long, how to reach somebody. `empty` stands where a text is still missing. */
export function useCardFacts(): (card: Said, empty?: ReactNode) => HelperFact[] {
  const { t } = useTranslation('parts');
  const word = useWords();
  const { date } = useDates();
  return (card, empty) => {
    const facts: HelperFact[] = [];
    const sentence = (key: 'when' | 'ends', icon: HelperFact['icon'], said: string | null) => {
      if (said?.trim()) facts.push({ key, icon, label: t(saysWhen(said) ? `card.${key}Short` : `card.${key}`), value: <UserText>{said}</UserText> });
      else if (empty) facts.push({ key, icon, label: t(`card.${key}`), value: empty });
    };
    sentence('when', 'phone', card.contactMeWhen);
    sentence('ends', 'ends', card.helpEndsWhen);
    const period = [card.period?.until ? t('card.until', { date: date(card.period.until) }) : '', card.period?.text ?? ''].filter(Boolean).join('. ');
    if (period) facts.push({ key: 'period', icon: 'calendar', label: t('card.period'), value: <UserText>{period}</UserText> });
    const reach = [card.preferredChannel ? word('channels', card.preferredChannel) : '', card.replyNorm ? word('replyNorms', card.replyNorm).toLocaleLowerCase() : ''].filter(Boolean).join(', ');
    if (reach) facts.push({ key: 'reach', icon: 'chat', label: t('card.reach'), value: reach });
    if (card.standIn)
      facts.push({
        key: 'standIn', icon: 'phone', label: t('card.standIn'),
        value: (
          <>
            <bdi translate="no">{card.standIn.name}</bdi>
            {card.standIn.phone ? <span dir="ltr">, {card.standIn.phone}</span> : null}
          </>
        ),
      });
    return facts;
  };
}
