import { useTranslation } from 'react-i18next';
import type { DeliveryView } from '../../api/types.js';
import { errorWords } from '../../words/coded.js';
import { When } from '../../words/when.js';

/** Times at which a way of filing did not answer: evidence of its own. */
export function Outages({ outages }: { outages: DeliveryView['outages'] }) {
  const { t } = useTranslation();
  return (
    <details className="reveal">
      <summary>{t('delivery.outages')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('delivery.outagesCaption')}>
        <table className="table">
          <caption>{t('delivery.outagesCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('delivery.began')}</th>
              <th scope="col">{t('delivery.ended')}</th>
              <th scope="col">{t('delivery.way')}</th>
              <th scope="col">{t('delivery.because')}</th>
            </tr>
          </thead>
          <tbody>
            {outages.map(({ id, beganAt, endedAt, channel, code, codeSays }) => (
              <tr key={id}>
                <td>
                  <When at={beganAt} show="time" />
                </td>
                <td>{endedAt === null ? t('delivery.goesOn') : <When at={endedAt} show="time" />}</td>
                <td>{t(`words.channel.${channel}`)}</td>
                <td>{code !== null && `${errorWords(t, code, codeSays)} (${code})`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
