import { useNetworkFindings, usePlan, type NetworkFinding, type Person } from '@/api';
import { useTranslation } from '@/i18n';
import { Heading } from '@/ui';
import { useSentences } from '../useSentences';

/** What stands out, as questions to talk about. Only for a network in which somebody was drawn. */
export function NetworkFindings({ caseId, people }: { caseId: string; people: readonly Person[] }) {
  const { t } = useTranslation('network');
  const { domains } = useSentences(caseId);
  const plan = usePlan(caseId).data;
  const findings = useNetworkFindings(caseId, plan?.lifeDomains.map(({ code }) => code) ?? [], plan !== undefined && people.length > 0).data ?? [];
  if (findings.length === 0) return null;
  const name = (finding: NetworkFinding) => people.find(({ id }) => id === finding.personIds[0])?.name ?? '';
  const sentence = (finding: NetworkFinding): string => {
    const about = { domains: domains(finding.domains) };
    switch (finding.kind) {
      case 'few-outside-help':
        return t('findings.few', { count: finding.personIds.length });
      case 'ends-with-help':
        return t('findings.ends', about);
      case 'nobody-helps':
        return t('findings.nobody', about);
      case 'leans-on-one':
        return [t('findings.leans', { name: name(finding), ...about }), ...(finding.alone.length > 0 ? [t('findings.alone', { domains: domains(finding.alone) })] : [])].join(' ');
    }
  };
  return (
    <section className="network-findings" aria-labelledby="network-findings">
      <Heading level={2} id="network-findings">
        {t('findings.heading')}
      </Heading>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.kind} ${finding.domains.join()} ${finding.personIds.join()}`}>{sentence(finding)}</li>
        ))}
      </ul>
    </section>
  );
}
