import { paths, useReference, type Case, type Plan, type PlanDomain, type PlanFields } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { errorAt, fieldIds, FocusFirst, ItemEditForm, joinLists, may, useInPlace, useItemEdit } from '@/parts';
import { Button, CheckboxGroup, DomainBadge, SectionHead, Heading, TextField } from '@/ui';
import { phoneOf } from '../actors';
import { useDomains } from '../domains';

type Fields = Pick<PlanFields, 'lifeDomains'>;
type Values = { codes: string[]; names: Record<string, string> };
const fieldNames = ['lifeDomains'] as const;
const toValues = (plan: Plan): Values => ({
  codes: plan.lifeDomains.map((domain) => domain.code),
  names: Object.fromEntries(plan.lifeDomains.flatMap((domain) => (domain.name ? [[domain.code, domain.name]] : []))),
});
const toFields = ({ codes, names }: Values): Fields => ({ lifeDomains: codes.map((code) => ({ code, name: names[code]?.trim() ? (names[code] ?? null) : null })) });
const formOf = (data: Case) => `plan-domains:${data.id}`;

/** One domain once: of two names for the same domain the other one's stays, because it is saved already. */
function joinDomains(base: unknown, theirs: unknown, mine: unknown): PlanDomain[] {
  const codes = new Set<string>();
  return (joinLists(base, theirs, mine) as PlanDomain[]).filter((domain) => !codes.has(domain.code) && codes.add(domain.code));
}

function DomainsForm({ data, plan, onClose }: { data: Case; plan: Plan; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const word = useWords();
  const all = useReference().data?.lifeDomains ?? [];
  const { id, fieldOf } = fieldIds('domains');
  const edit = useItemEdit<Fields, Plan, Values>({ form: formOf(data), caseId: data.id, path: paths.plan(data.id), item: plan, fields: fieldNames, toValues, toFields, fieldOf, onSaved: onClose });
  const { values, change, errors } = edit;
  const describe = (value: unknown) => (value as PlanDomain[]).map((domain) => domain.name || word('lifeDomains', domain.code)).join(', ');
  return (
    <ItemEditForm edit={edit} label={t('domains.change')} phoneOf={phoneOf(data)} onCancel={onClose} rules={{ lifeDomains: { label: t('domains.title'), describe, both: joinDomains } }}>
      <CheckboxGroup
        id={id('lifeDomains')}
        chips
        legend={t('domains.title')}
        help={t('domains.help')}
        error={errorAt(errors, id('lifeDomains'))}
        choices={all.map((domain) => ({ value: domain.code, label: word('lifeDomains', domain.code) }))}
        values={values.codes}
        onChange={(codes) => change({ codes })}
      />
      {values.codes.map((code) => (
        <TextField key={code} label={t('domains.name', { domain: word('lifeDomains', code) })} help={t('domains.nameHelp')} maxLength={100} value={values.names[code] ?? ''} onChange={(name) => change({ names: { ...values.names, [code]: name } })} />
      ))}
    </ItemEditForm>
  );
}

/** The life domains that the family chose, with their colours. */
export function DomainsChoice({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('casePlan');
  const { chosen } = useDomains(plan);
  const form = useInPlace(formOf(data));
  return (
    <section aria-labelledby="life-domains">
      <SectionHead
        end={
          may(data, 'edit-plan') && !form.open ? (
            <Button kind="quiet" small data-opens={formOf(data)} onClick={form.show}>
              {t('domains.change')}
            </Button>
          ) : undefined
        }
      >
        <Heading level={2} id="life-domains">
          {t('domains.title')}
        </Heading>
      </SectionHead>
      {form.open ? (
        <FocusFirst when={form.byHand}>
          <DomainsForm data={data} plan={plan} onClose={form.hide} />
        </FocusFirst>
      ) : chosen.length > 0 ? (
        <ul className="cp-domains">
          {chosen.map((domain) => (
            <li key={domain.code}>
              <DomainBadge domain={domain} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="ep-soft">{t('domains.none')}</p>
      )}
    </section>
  );
}
