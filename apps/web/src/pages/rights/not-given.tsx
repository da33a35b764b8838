import { useTranslation } from 'react-i18next';

/** What the register could say and does not. */
export function NotGiven() {
  const { t } = useTranslation();
  return <span className="quiet nowrap">{t('rights.none')}</span>;
}

/** What there is not for this kind of thing. */
export const NotApplicable = () => <span className="quiet">–</span>;
