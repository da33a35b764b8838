import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { accountsQuery, platformsQuery } from '../../../api/queries.js';
import type { AccountView } from '../../../api/types.js';
import { Loaded } from '../../../frame/states.js';
import { When } from '../../../words/when.js';
import { EnterAccount } from './enter-account.js';
import { RemoveAccount } from './remove-account.js';
import { TrySignIn } from './try-sign-in.js';

/** Whom the workspace is to the platforms that Redress signs in with. */
export function Channels() {
  const { t } = useTranslation();
  const accounts = useQuery(accountsQuery);
  return (
    <section className="sheet stack">
      <h2>{t('accounts.title')}</h2>
      <p>{t('accounts.text')}</p>
      <Loaded query={accounts}>
        {(rows) => (rows.length === 0 ? <p className="quiet">{t('accounts.empty')}</p> : <Accounts rows={rows} />)}
      </Loaded>
    </section>
  );
}

function Accounts({ rows }: { rows: readonly AccountView[] }) {
  const { t } = useTranslation();
  const { data: platforms = [] } = useQuery(platformsQuery);
  const nameOf = (slug: string): string => platforms.find((each) => each.slug === slug)?.name ?? slug;
  const named = rows.map((row) => ({ row, platform: nameOf(row.platform) }));
  return (
    <table className="table stackable register-table">
      <caption>{t('accounts.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('accounts.platform')}</th>
          <th scope="col">{t('accounts.way')}</th>
          <th scope="col">{t('accounts.account')}</th>
          <th scope="col">
            <span className="hidden-label">{t('accounts.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {named
          .sort((one, other) => one.platform.localeCompare(other.platform))
          .map((each) => (
            <Row key={`${each.row.platform} ${each.row.channel}`} {...each} />
          ))}
      </tbody>
    </table>
  );
}

/** An account with the name of its platform, as people read it. */
export interface AccountProps {
  row: AccountView;
  platform: string;
}

function Row({ row, platform }: AccountProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row" className="top">
        {platform}
      </th>
      <td className="top" data-label={t('accounts.way')}>
        {t(`accounts.ways.${row.channel}`)}
      </td>
      <td className="top break" data-label={t('accounts.account')}>
        <Entered row={row} />
      </td>
      <td className="top across">
        <div className="row">
          <EnterAccount row={row} platform={platform} />
          {row.entered && row.channel === 'http-api' && <TrySignIn row={row} platform={platform} />}
          {row.entered && <RemoveAccount row={row} platform={platform} />}
        </div>
      </td>
    </tr>
  );
}

function Entered({ row: { entered, name, setBy, setAt } }: { row: AccountView }) {
  const { t } = useTranslation();
  if (!entered) return <span className="quiet">{t('accounts.none')}</span>;
  return (
    <>
      {name}
      <div className="quiet small">
        {t('accounts.enteredBy', { name: setBy ?? '' })} {setAt !== null && <When at={setAt} show="time" />}
      </div>
    </>
  );
}
