import { useDemoAccounts, type DemoAccount, type IdentityKind } from '@/api';
import { useTranslation } from '@/i18n';
import { Loaded } from '@/parts';
import { PersonMark } from '@/ui';
import './session.css';

const columns: IdentityKind[][] = [['family'], ['professional'], ['administrator', 'region']];

function Account({ account, busy, onPick }: { account: DemoAccount; busy: boolean; onPick: (account: string) => void }) {
  const { t, i18n } = useTranslation('session');
  const description = i18n.language === 'en' ? account.description.en : account.description.nl;
  return (
    <li>
      <button type="button" className="pick-me" disabled={busy} onClick={() => onPick(account.account)} title={t('demo.signInAs', { name: account.name })}>
        <PersonMark name={account.name} shape={account.kind === 'family' ? 'family' : 'professional'} />
        <span>
          <b translate="no">{account.name}</b>
          {account.organisationName ? <small>{account.organisationName}</small> : null}
          <span className="pick-me__see">{description}</span>
        </span>
      </button>
    </li>
  );
}

/** Everybody of the demo, grouped by what they can see. */
export function DemoAccounts({ busy, onPick }: { busy: boolean; onPick: (account: string) => void }) {
  const { t } = useTranslation('session');
  return (
    <Loaded query={useDemoAccounts(true)}>
      {(accounts) => (
        <div className="pick-columns">
          {columns.map((kinds) => (
            <div key={kinds[0]} className="ep-stack ep-stack--xl">
              {kinds
                .filter((kind) => accounts.some((account) => account.kind === kind))
                .map((kind) => (
                  <section key={kind} aria-labelledby={`demo-${kind}`}>
                    <h2 id={`demo-${kind}`}>{t(`demo.kinds.${kind}`)}</h2>
                    <p className="ep-soft ep-small">{t(`demo.about.${kind}`)}</p>
                    <ul className="pick-list">
                      {accounts
                        .filter((account) => account.kind === kind)
                        .map((account) => (
                          <Account key={account.account} account={account} busy={busy} onPick={onPick} />
                        ))}
                    </ul>
                  </section>
                ))}
            </div>
          ))}
        </div>
      )}
    </Loaded>
  );
}
