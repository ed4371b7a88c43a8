import type { Person } from '@/api';
import { useList, useTranslation, useWords } from '@/i18n';
import { useFamilyDomain } from '@/parts';
import type { Rest } from './picture/layout';

const dot = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What the picture says, in sentences: for who listens, for paper, and for the sentence above it. */
export function useSentences(caseId: string) {
  const { t } = useTranslation('network');
  const word = useWords();
  const and = useList();
  const domainName = useFamilyDomain(caseId);
  const domains = (codes: readonly string[]) => and(codes.map(domainName));
  const facts = (person: Person, withQuality: boolean): string[] => [
    person.frequency ? t(`sentence.frequency.${person.frequency}`) : t('sentence.frequency.notSaid'),
    ...(withQuality && person.quality ? [t(`sentence.quality.${person.quality}`)] : []),
    ...(person.domains.length > 0 ? [t('sentence.helps', { domains: domains(person.domains) })] : []),
  ];
  return {
    domains,
    /** Begins with what is seen, so that somebody who speaks to a computer can name it. */
    person: (person: Person): string => [...[person.name, person.relation].filter((text) => text !== null), word('sectors', person.sector), ...facts(person, true), ...(person.wish ? [t(`sentence.wish.${person.wish}`)] : [])].map(dot).join(' '),
    /** For paper, beside the name: as short as it can be said. */
    short: (person: Person, withQuality: boolean): string =>
      [
        person.frequency ? word('networkFrequencies', person.frequency) : t('sentence.frequency.notSaid'),
        ...(withQuality && person.quality ? [t('paper.contact', { quality: word('qualities', person.quality).toLocaleLowerCase() })] : []),
        ...(person.domains.length > 0 ? [domains(person.domains)] : []),
      ]
        .map(dot)
        .join(' '),
    rest: ({ sector, ring, keys }: Rest): string => t('picture.rest', { count: keys.length, part: word('sectors', sector), ring: word('networkFrequencies', ['often', 'sometimes', 'rarely'][ring] ?? '').toLocaleLowerCase() }),
  };
}
