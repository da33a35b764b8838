import { useTranslation } from 'react-i18next';
import type { RightView } from '../../api/types.js';
import { tagOf } from '../../i18n/language.js';
import { territoryNames } from './codes.js';
import { Day } from './day.js';
import { NotGiven } from './not-given.js';

/** What the register says of a right; what it does not say is said to be missing. */
export function RightFactsSheet({ right }: { right: RightView }) {
  const { t, i18n } = useTranslation();
  const { kind, classes, locarno, territories } = right;
  const none = t('rights.none');
  const facts: [name: string, value: string][] = [
    [t('rights.registration'), t(`words.registration.${right.registration}`)],
    [t('filing.rightNumber'), right.number ?? none],
    [t('filing.rightOffice'), right.office ?? none],
    ...(kind === 'trademark' ? [[t('filing.rightClasses'), classes.join(', ') || none] as [string, string]] : []),
    ...(kind === 'design' ? [[t('rights.locarno'), locarno.join(', ') || none] as [string, string]] : []),
    [t('rights.covers'), right.covers ?? none],
    [t('rights.territories'), territoryNames(territories, tagOf(i18n.language)) || t('rights.asOffice')],
  ];
  return (
    <section className="sheet">
      <h2>{t('rights.facts')}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd className={value === none ? 'quiet' : 'told'}>{value}</dd>
          </div>
        ))}
        <dt>{t('rights.validity')}</dt>
        <dd>
          <Validity right={right} />
        </dd>
      </dl>
    </section>
  );
}

function Validity({ right: { validFrom, validTo } }: { right: RightView }) {
  const { t } = useTranslation();
  if (validFrom === null && validTo === null) return <NotGiven />;
  return (
    <>
      {validFrom === null ? t('rights.unknownStart') : <Day on={validFrom} />} {t('rights.until')}{' '}
      {validTo === null ? t('rights.unknownEnd') : <Day on={validTo} />}
    </>
  );
}
