import type { Sentence } from '@/api';
import { useTranslation } from '@/i18n';
import type { IconName } from '@/ui';

/** In the address of the agreements: the finding that one is to be written about. */
export const findingKey = 'punt';

/** The sentence in the language of the reader; Dutch where there is no other. */
export function useSentence(): (sentence: Sentence) => string {
  const { i18n } = useTranslation();
  return (sentence) => (i18n.language === 'en' ? sentence.en : sentence.nl);
}

const icons: Record<string, IconName> = {
  'want-partly': 'link', 'frequency-differs': 'difference', 'frequency-one-sided': 'difference', 'frequency-none': 'difference', 'reply-too-slow': 'clock', 'double-work': 'difference',
  'evaluation-date-missing': 'calendar', 'period-over': 'ends', 'help-ends-thin-network': 'ends', 'coordinator-missing': 'people', 'many-at-table': 'people', 'lead-practitioner-unclear': 'people',
  'channel-missing': 'phone', 'stand-in-missing': 'phone', 'interpreter-unanswered': 'chat', 'network-not-agreed': 'ask', 'action-not-accepted': 'ask', 'action-outside-domains': 'ask',
};

/** What kind of thing it is; something that is not there is an open circle. */
export const iconOf = (kind: string): IconName => icons[kind] ?? 'gap';
